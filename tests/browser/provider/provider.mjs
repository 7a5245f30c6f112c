// A real OpenID provider for the sign-in tests: one client, people whose password is not asked, on this machine only.
// What it serves comes in one JSON argument: {port, client, secret, redirect, people: {name: {email, email_verified}}}.
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const { port, client, secret, redirect, people } = JSON.parse(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });

const provider = new Provider(issuer, {
  clients: [{ client_id: client, client_secret: secret, redirect_uris: [redirect] }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  cookies: { keys: [key.n] },
  features: { devInteractions: { enabled: true } },
  jwks: { keys: [{ ...key, use: "sig", alg: "RS256" }] },
  findAccount: (_context, name) => ({
    accountId: name,
    claims: () => ({ sub: name, name, ...people[name] }),
  }),
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
