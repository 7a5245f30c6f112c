"""Situations of reports in sentences of our own: which period a figure is of, and what is measured.

Each sentence says again, in other words, order or company, what the rules of period and subject are for. Several of
one rule stand side by side on purpose: a rule that holds only for the sentence it was written for is none. A period
"-" is one that nobody told.
"""

import re

import pytest

from reading.numeric_phrases import read

WORD = re.compile(r"[^\W_]+")

PERIODS = [
    ("## Báo cáo năm 2023⏎Thực hiện Nghị quyết số 12-NQ/TU ngày 05/5/2021 của Tỉnh ủy, xã trồng 40 ha rừng", "2023"),
    ("## Báo cáo năm 2023⏎Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021, huyện hỗ trợ 210 hộ", "2023"),
    (("Năm 2023 thu 5 tỷ đồng. Thực hiện Kế hoạch số 45/KH-UBND ngày 12/3/2021 về xây dựng đô thị, phường lát 3 "
      "km vỉa hè"),
     "2023 2023"),
    ("## Báo cáo 6 tháng đầu năm 2024⏎Xã được tặng Cờ thi đua năm 2022. Trong kỳ, xã thu 3 tỷ đồng", "2024-H1"),
    ("Năm 2024 xã thu 4 tỷ đồng. Đơn vị được Chủ tịch tỉnh tặng Bằng khen năm 2021. Thu phí đạt 2 tỷ đồng",
     "2024 2024"),
    ("Năm 2024 xã thu 4 tỷ đồng. Chủ tịch yêu cầu các thôn hoàn thành trước ngày 15/02/2025. Thu phí đạt 2 tỷ đồng",
     "2024 2024"),
    ("Thu nhập năm 2023 đạt 60 triệu đồng (năm 2022: 55 triệu đồng), tăng 9%", "2023 2022 2023"),
    ("Năm 2023, tỷ lệ hộ nghèo còn 4,2% (năm 2022 là 5,1%)", "2023 2022"),
    ("Quý I/2024 thu 20 tỷ đồng (cùng kỳ 18 tỷ đồng)", "2024-Q1 2023-Q1"),
    ("Quý I/2024 thu 20 tỷ đồng (cùng kỳ năm 2023: 18 tỷ đồng)", "2024-Q1 2023-Q1"),
    ("Quý I/2024 thu 20 tỷ đồng (cùng kỳ năm trước đạt 18 tỷ đồng)", "2024-Q1 2023-Q1"),
    ("Tháng 8/2024 thu 20 tỷ đồng (tháng trước 18 tỷ đồng)", "2024-08 2024-07"),
    ("Tháng 1/2024 thu 20 tỷ đồng, tháng trước thu 18 tỷ đồng", "2024-01 2023-12"),
    ("Quý III/2024 thu 20 tỷ đồng; quý trước thu 18 tỷ đồng", "2024-Q3 2024-Q2"),
    ("Năm 2024 thu 20 tỷ đồng; năm trước chỉ thu 18 tỷ đồng", "2024 2023"),
    ("Năm 2024 thu 20 tỷ đồng, tăng 5% so với năm trước", "2024 2024"),
    ("Năm 2024 thu 20 tỷ đồng, cao hơn năm trước 2 tỷ đồng", "2024 2024"),
    ("Lũy kế đến hết tháng 9/2023, thu 40 tỷ đồng", "2023-01/2023-09"),
    ("Năm 2023. Lũy kế đến hết tháng 9, thu 40 tỷ đồng", "2023-01/2023-09"),
    ("## Báo cáo tháng 9 năm 2023⏎Trong tháng thu 4 tỷ đồng, lũy kế từ đầu năm thu 40 tỷ đồng",
     "2023-09 2023-01/2023-09"),
    ("## Báo cáo tháng 9 năm 2023⏎Từ đầu năm đến nay, xã thu 40 tỷ đồng", "2023"),
    ("## Báo cáo quý III/2023⏎Trong quý xã thu 12 tỷ đồng. Lũy kế 9 tháng thu 40 tỷ đồng", "2023-Q3 2023-01/2023-09"),
    ("## Nhiệm kỳ 2020 - 2025⏎Từ đầu nhiệm kỳ đến nay, đảng bộ kết nạp 60 đảng viên", "2020/2025"),
    (("## Kết quả giai đoạn 2021 - 2025⏎Giai đoạn 2021 - 2023, huyện giải ngân 40 tỷ đồng. Trong đó vốn tỉnh 10 "
      "tỷ đồng"),
     "2021/2023 2021/2023"),
    ("## Kết quả giai đoạn 2021 - 2025⏎Bình quân 3 năm, thu ngân sách tăng 12%/năm", "2021/2025"),
    ("Đến 30/6/2024, dư nợ đạt 200 tỷ đồng. Nợ xấu chiếm 0,8%. Năm 2024 phấn đấu dư nợ đạt 250 tỷ đồng",
     "2024-06-30 2024-06-30 2024"),
    ("Tại thời điểm 31/12/2023, toàn xã có 41 hộ nghèo", "2023-12-31"),
    ("Tính đến cuối tháng 6/2024, xã có 41 hộ nghèo", "2024-H1"),
    ("Đến đầu năm 2024, xã còn 41 hộ nghèo", "2024"),
    ("Ước cả năm 2023 thu 50 tỷ đồng, vượt 5% kế hoạch", "2023 2023"),
    ("9 tháng năm 2023 thu 40 tỷ đồng, ước cả năm thu 55 tỷ đồng, đạt 102% kế hoạch", "2023-01/2023-09 2023 2023"),
    ("9 tháng năm 2023 thu 40 tỷ đồng, đạt 80% kế hoạch năm 2023 và tăng 6%",
     "2023-01/2023-09 2023-01/2023-09 2023-01/2023-09"),
    ("Kế hoạch năm 2024: thu 60 tỷ đồng, trồng 40 ha rừng", "2024 2024"),
    ("## Phương hướng, nhiệm vụ năm 2024⏎Thu ngân sách đạt 60 tỷ đồng. Trồng 40 ha rừng", "2024 2024"),
    ("## II. MỤC TIÊU ĐẾN NĂM 2030⏎Thu nhập bình quân đầu người đạt 120 triệu đồng; tỷ lệ đô thị hóa đạt 45%",
     "2030 2030"),
    ("Năm 2023, diện tích lúa đạt 400 ha; phấn đấu đến năm 2025 đạt 500 ha. Diện tích ngô là 90 ha",
     "2023 2025 2023"),
    ("Vụ Đông Xuân 2022 - 2023, xã gieo 400 ha lúa", "2022/2023"),
    ("Năm học 2023 - 2024, trường có 31 lớp. Tỷ lệ lên lớp đạt 99%", "2023/2024 2023/2024"),
    ("Từ ngày 01/01 đến ngày 30/9/2023, xảy ra 12 vụ cháy", "2023-01/2023-09"),
    ("Trong 2 năm 2021 - 2022, huyện xóa 210 nhà tạm", "2021/2022"),
    ("Trong 2 năm 2021 và 2022, huyện xóa 210 nhà tạm", "2021/2022"),
    ("Giai đoạn 5 năm 2016 - 2020, huyện xóa 210 nhà tạm", "2016/2020"),
    ("Tỷ lệ hộ nghèo năm 2021 là 6%, năm 2022 là 5%, năm 2023 là 4%", "2021 2022 2023"),
    ("Thu ngân sách tăng từ 20 tỷ đồng năm 2020 lên 31 tỷ đồng năm 2023", "2020/2023"),
    ("Thu ngân sách năm 2023 đạt 31 tỷ đồng, gấp 1,5 lần năm 2020", "2023 2023"),
    ("Sáng 12/7, HĐND xã khai mạc kỳ họp. 6 tháng đầu năm 2024, xã thu 3 tỷ đồng", "2024-H1"),
    ("Ngày 12/7/2024, UBND xã tổ chức hội nghị sơ kết 6 tháng đầu năm. Tổng thu đạt 3 tỷ đồng", "2024-H1"),
    ("Sáng ngày 12/7/2024, UBND xã tổ chức hội nghị sơ kết 6 tháng đầu năm. Tổng thu đạt 3 tỷ đồng", "2024-H1"),
    (("Ngày 20/12/2023, Huyện ủy tổng kết công tác năm 2023, triển khai nhiệm vụ năm 2024. Năm qua, huyện kết "
      "nạp 90 đảng viên"),
     "2023"),
    ("6 tháng đầu năm 2024, thu 30 tỷ đồng. 6 tháng cuối năm, phấn đấu thu 35 tỷ đồng", "2024-H1 2024-H2"),
    ("Quý II/2024 thu 30 tỷ đồng. Sang quý III, xã phấn đấu thu 35 tỷ đồng", "2024-Q2 2024-Q3"),
    ("Năm 2023 thu 30 tỷ đồng. Năm 2024, dự toán giao 35 tỷ đồng", "2023 2024"),
    ("Dự toán năm 2024 được giao 35 tỷ đồng, đến hết tháng 5 thu 14 tỷ đồng", "2024 2024-01/2024-05"),
    ("Trong năm 2023, công an bắt 12 vụ; riêng quý IV bắt 5 vụ", "2023 2023-Q4"),
    ("Theo Luật Đầu tư công năm 2019, dự án nhóm A. Năm 2023, huyện có 12 dự án. Vốn giao 90 tỷ đồng", "2023 2023"),
    ("Năm 2023, huyện có 12 dự án khởi công từ năm 2021. Vốn giao 90 tỷ đồng", "2023 2023"),
    ("Chương trình OCOP bắt đầu từ năm 2018. Năm 2023 xã có 5 sản phẩm. Đến nay, doanh thu đạt 2 tỷ đồng",
     "2023 2023"),
    ("Xã được công nhận đạt chuẩn nông thôn mới năm 2015. Năm 2023, thu nhập đạt 62 triệu đồng. Hộ nghèo còn 1%",
     "2023 2023"),
    ("## Kết quả năm 2023⏎Xã được công nhận đạt chuẩn nông thôn mới năm 2015. Thu nhập đạt 62 triệu đồng", "2023"),
    ("Tháng 6, thu 3 tỷ đồng; tính chung 6 tháng đầu năm 2024 thu 18 tỷ đồng", "2024-06 2024-H1"),
    ("Tính chung 6 tháng đầu năm 2024, thu 18 tỷ đồng. Riêng tháng 6 thu 3 tỷ đồng. Thu phí tăng 4%",
     "2024-H1 2024-06 2024-06"),
    ("Hằng năm, xã trồng 30 ha rừng", "-"),
    ("## Nhiệm kỳ 2020 - 2025⏎Năm 2023, thu 5 tỷ đồng. Hằng năm, xã trồng 30 ha rừng", "2023 2020/2025"),
    ("Quý 1 năm 2024, thu 3 tỷ đồng; quý 2 thu 4 tỷ đồng", "2024-Q1 2024-Q2"),
    ("Tháng 12/2023 thu 3 tỷ đồng, tăng 4% so với tháng 11 và 6% so với tháng 12/2022", "2023-12 2023-12 2023-12"),
    ("Trong nửa đầu năm 2024, thu 9 tỷ đồng", "2024-H1"),
    ("Trong 10 tháng qua, thu 9 tỷ đồng. Năm 2022, thu phí đạt 2 tỷ đồng", "2022-01/2022-10 2022"),
    ("Tính đến 17 giờ ngày 25/8/2023, giải ngân 90 tỷ đồng", "2023-08-25"),
    ("Cuối nhiệm kỳ 2015-2020, xã có 210 đảng viên; đến nay có 260 đảng viên. Năm 2023 thu 5 tỷ đồng",
     "2015/2020 2023 2023"),
    ("## Báo cáo năm 2023⏎Hiện nay, xã có 5 trường học", "2023"),
    ("Báo cáo tại hội nghị ngày 5/7/2024 cho biết, 6 tháng qua huyện thu 90 tỷ đồng", "2024-H1"),
    ("Trong 3 năm (2021-2023), huyện đào tạo 3.200 lao động", "2021/2023"),
    (("## BÁO CÁO⏎## Tình hình kinh tế - xã hội tháng 5 và 5 tháng đầu năm 2023⏎## I. KINH TẾ⏎Thu ngân "
      "sách 5 tháng đạt 40 tỷ đồng. Trong tháng, thu 8 tỷ đồng"),
     "2023-01/2023-05 2023-05"),
    (("## Kết quả 9 tháng đầu năm và nhiệm vụ quý IV năm 2023⏎## I. Kết quả⏎Thu đạt 40 tỷ đồng⏎## II. "
      "Nhiệm vụ quý IV⏎Thu đạt 12 tỷ đồng"),
     "2023-01/2023-09 2023-Q4"),
    ("## Kết quả thực hiện Nghị quyết năm 2022, phương hướng năm 2023⏎Thu đạt 40 tỷ đồng", "2022"),
    ("Năm 2022, huyện thu 40 tỷ đồng.⏎Chi ngân sách 38 tỷ đồng.⏎Trồng mới 20 ha rừng", "2022 2022 2022"),
    ("Năm 2022, huyện thu 40 tỷ đồng; năm 2021 thu 35 tỷ đồng.⏎Chi ngân sách 38 tỷ đồng", "2022 2021 2022"),
    ("Quý I/2022, huyện thu 9 tỷ đồng.⏎Đến hết quý II, huyện thu 20 tỷ đồng.⏎Chi ngân sách 18 tỷ đồng",
     "2022-Q1 2022-H1 2022-H1"),
    ("Sáng 12/7, UBND huyện họp báo.⏎6 tháng đầu năm 2022, huyện thu 20 tỷ đồng.⏎Hộ nghèo còn 3%", "2022-H1 2022-H1"),
    ("Tính đến ngày 15/6/2022, toàn huyện giải ngân 90 tỷ đồng, đạt 45%.⏎Có 5 xã giải ngân trên 70%",
     "2022-06-15 2022-06-15 2022-06-15 2022-06-15"),
    ("Theo Quyết định số 25/QĐ-UBND ngày 3/4/2019, xã có 5 thôn.⏎Năm 2022, xã thu 2 tỷ đồng", "- 2022"),
    ("Năm 2023 là năm bản lề. Xã trồng 30 ha rừng", "2023"),
    (("Trong tháng 3/2024, xã thu 1 tỷ đồng.⏎Lũy kế quý I, thu 3 tỷ đồng.⏎Dự kiến quý II thu 4 tỷ đồng.⏎Hộ "
      "nghèo còn 2%"),
     "2024-03 2024-Q1 2024-Q2 2024-Q1"),
    (("## Phần I⏎## A. KẾT QUẢ NĂM HỌC 2022-2023⏎Trường có 31 lớp. Tỷ lệ lên lớp đạt 99%⏎## B. NHIỆM VỤ "
      "NĂM HỌC 2023-2024⏎Trường có 33 lớp"),
     "2022/2023 2022/2023 2023/2024"),
    ("Năm 2020 dịch bệnh diễn biến phức tạp. Thu ngân sách đạt 50 tỷ đồng, bằng 92% năm 2019", "2020 2020"),
    ("Thu ngân sách năm 2020 ước 50 tỷ đồng, giảm 8% so với năm 2019 (54 tỷ đồng)", "2020 2020 2019"),
    ("Thu ngân sách năm 2020 đạt 50 tỷ đồng (kế hoạch 55 tỷ đồng), năm 2021 đạt 60 tỷ đồng (kế hoạch 58 tỷ đồng)",
     "2020 2020 2021 2021"),
    ("Vụ hè thu 2023, huyện gieo 900 ha lúa", "2023"),
    ("Đến tháng 6/2023, huyện có 12 xã đạt chuẩn", "2023-H1"),
    ("Đến giữa năm 2023, huyện có 12 HTX", "2023"),
    ("Tại kỳ họp thứ 8 (ngày 10/12/2023), HĐND thông qua dự toán năm 2024 là 90 tỷ đồng", "2024"),
    ("UBND tỉnh giao chỉ tiêu năm 2024 cho huyện: trồng 30 ha rừng, thu 9 tỷ đồng", "2024 2024"),
    ("Năm 2024 được giao 90 tỷ đồng, đến 30/4 giải ngân 20 tỷ đồng, đạt 22%; phấn đấu đến 31/12 giải ngân 100%",
     "2024 2024-04-30 2024-04-30 2024-12-31"),
    ("Bình quân giai đoạn 2021 - 2023, thu tăng 9%/năm; riêng năm 2023 tăng 11%", "2021/2023 2023"),
    ("Trong 3 tháng đầu năm 2024, xảy ra 4 vụ cháy; so với 3 tháng đầu năm 2023 giảm 2 vụ", "2024-Q1 2024-Q1"),
    ("Tháng 4/2024 xảy ra 4 vụ cháy (giảm 2 vụ so với tháng 3), tính chung 4 tháng xảy ra 13 vụ",
     "2024-04 2024-04 2024-01/2024-04"),
    ("Tuần từ 5/8 đến 11/8/2024, xảy ra 2 vụ cháy", "2024-08"),
    ("Từ năm 2016 đến năm 2020, huyện xóa 210 nhà tạm", "2016/2020"),
    ("Qua 10 năm thực hiện (2011 - 2020), huyện huy động 900 tỷ đồng", "2011/2020"),
    ("So với năm 2015, thu nhập năm 2020 tăng 1,8 lần. Hộ nghèo còn 3%", "2020 2020"),
    ("Hai năm 2021, 2022, xã thu 9 tỷ đồng", "2021/2022"),
    ("Cuối tháng 6/2024, nợ xấu là 1,2%", "2024-06"),
]

NAMES = [
    ("Dịp Tết Nguyên đán Ất Tỵ, phường trao 1.130 suất quà, trị giá 678 triệu đồng",
     "trao suất quà | trị giá suất quà"),
    ("Nhân dịp khai giảng năm học mới, nhà trường tặng 45 suất học bổng",
     "tặng suất học bổng"),
    ("Qua kiểm tra thực tế tại các thôn, đoàn phát hiện 12 trường hợp vi phạm",
     "phát hiện trường hợp vi phạm"),
    ("Để bảo đảm tiến độ, huyện bố trí 35 tỷ đồng vốn đối ứng",
     "bố trí vốn đối ứng"),
    ("Nhờ làm tốt công tác tuyên truyền, đã vận động được 214 hộ hiến 12.300 m2 đất",
     "vận động hộ hiến đất | hiến đất"),
    ("Bên cạnh đó, lực lượng chức năng tịch thu 3,4 tấn hàng hóa không rõ nguồn gốc",
     "tịch thu hàng hóa không rõ nguồn gốc"),
    ("Cùng với phát triển hạ tầng, xã duy trì 14 tổ hợp tác với 210 thành viên",
     "tổ hợp tác | thành viên"),
    ("Trung tâm Y tế huyện tổ chức tiêm vắc xin cho 2.310 trẻ, đạt 96,4% kế hoạch",
     "tiêm vắc xin trẻ | tiêm vắc xin trẻ"),
    ("Ban Chỉ đạo đã tiếp nhận, phân loại, chuyển xử lý 87 đơn thư",
     "tiếp nhận phân loại chuyển xử lý đơn thư"),
    ("Tòa án nhân dân hai cấp thụ lý 1.240 vụ việc, giải quyết 1.103 vụ việc, đạt tỷ lệ 88,9%",
     "thụ lý vụ việc | giải quyết vụ việc | giải quyết vụ việc"),
    ("Hội Nông dân nhận ủy thác 126 tỷ đồng cho 2.870 hộ vay",
     "nhận ủy thác | hộ vay"),
    ("Toàn thị xã hiện có 1.286 doanh nghiệp đang hoạt động với số vốn 9.870 tỷ đồng",
     "doanh nghiệp đang hoạt động | số vốn doanh nghiệp"),
    ("Số hộ dùng điện đạt 99,6%; số hộ dùng nước sạch đạt 87,1%",
     "Số hộ dùng điện | số hộ dùng nước sạch"),
    ("Kinh tế huyện tiếp tục tăng trưởng khá, bình quân đạt 9,2%/năm",
     "Kinh tế huyện"),
    (("Tổng giá trị sản xuất các ngành chủ yếu ước đạt 4.210 tỷ đồng, trong đó: nông nghiệp 1.020 tỷ đồng, công "
      "nghiệp 2.100 tỷ đồng, dịch vụ 1.090 tỷ đồng"),
     ("Tổng giá trị sản xuất các ngành chủ yếu | giá trị sản xuất nông nghiệp | giá trị sản xuất công nghiệp | "
      "giá trị sản xuất dịch vụ")),
    ("Sản lượng khai thác hải sản đạt 41.200 tấn, tăng 3,2% so với cùng kỳ; nuôi trồng đạt 12.800 tấn, tăng 6,5%",
     "Sản lượng khai thác hải sản | Sản lượng khai thác hải sản | sản lượng nuôi trồng | sản lượng nuôi trồng"),
    ("Chăn nuôi phát triển ổn định; đàn lợn 41.300 con, đàn bò 8.120 con, đàn gia cầm 512.000 con",
     "đàn lợn | đàn bò | đàn gia cầm"),
    ("Về giáo dục, tỷ lệ trường đạt chuẩn quốc gia đạt 71,4%, trong đó mầm non 68%, tiểu học 75%, THCS 70%",
     "tỷ lệ trường đạt chuẩn quốc gia | tỷ lệ trường mầm non | tỷ lệ trường tiểu học | tỷ lệ trường THCS"),
    ("Doanh thu du lịch đạt 870 tỷ đồng, tăng 21%; đón 1,2 triệu lượt khách, tăng 15%",
     "Doanh thu du lịch | Doanh thu du lịch | đón lượt khách | đón lượt khách"),
    ("Thành phố giải tỏa 214 hộ, bồi thường 156 tỷ đồng, bàn giao 12,4 ha mặt bằng",
     "giải tỏa hộ | bồi thường | bàn giao mặt bằng"),
    ("Ngành thuế thực hiện 97 cuộc thanh tra, truy thu và phạt 23,4 tỷ đồng",
     "thực hiện cuộc thanh tra | truy thu và phạt"),
    ("Số vụ tai nạn giao thông giảm 12 vụ, số người chết giảm 4 người, số người bị thương tăng 3 người",
     "Số vụ tai nạn giao thông | số người chết | số người bị thương"),
    ("Đã có 1.247/1.310 hộ đăng ký, đạt 95,2%",
     "hộ đăng ký | hộ đăng ký"),
    ("Phường hiện quản lý 41 cơ sở kinh doanh có điều kiện",
     "cơ sở kinh doanh có điều kiện"),
    ("Lãi suất cho vay bình quân ở mức 6,8%/năm, giảm 0,9 điểm phần trăm so với cuối năm 2023",
     "Lãi suất cho vay bình quân | Lãi suất cho vay bình quân"),
    ("Nợ đọng xây dựng cơ bản còn 3,1 tỷ đồng",
     "Nợ đọng xây dựng cơ bản"),
    ("Công an phường triệt xóa 5 điểm đánh bạc, bắt 18 đối tượng",
     "triệt xóa điểm đánh bạc | bắt đối tượng"),
    ("Tỷ lệ người dân hài lòng với sự phục vụ của cơ quan hành chính là 94,3%",
     "Tỷ lệ người dân hài lòng với sự phục vụ của cơ quan hành chính"),
    ("Tỷ trọng nông nghiệp giảm còn 18,2%, công nghiệp tăng lên 43,5%",
     "Tỷ trọng nông nghiệp | tỷ trọng công nghiệp"),
    ("Cơ cấu kinh tế chuyển dịch đúng hướng: nông nghiệp 18%, công nghiệp 44%, dịch vụ 38%",
     "nông nghiệp | công nghiệp | dịch vụ"),
    ("Thu nội địa được 512 tỷ đồng, bằng 64% dự toán và tăng 8% so với cùng kỳ",
     "Thu nội địa | Thu nội địa | Thu nội địa"),
    ("Trong 18 chỉ tiêu có 15 chỉ tiêu đạt và vượt",
     "chỉ tiêu"),
    ("Giá trị nhập khẩu đạt 1,2 tỷ USD, tăng 14%; xuất siêu 340 triệu USD",
     "Giá trị nhập khẩu | Giá trị nhập khẩu | xuất siêu"),
    ("Đối với vốn đầu tư công, đến nay đã phân bổ 412 tỷ đồng, đạt 100% kế hoạch; giải ngân 230 tỷ đồng, đạt 55,8%",
     "phân bổ vốn đầu tư công | phân bổ vốn đầu tư công | giải ngân vốn đầu tư công | giải ngân vốn đầu tư công"),
    ("Dự án có tổng mức đầu tư 1.250 tỷ đồng, chiều dài 14,5 km",
     "tổng mức đầu tư dự án | chiều dài dự án"),
    ("Bệnh viện đã khám cho 45.200 lượt người, điều trị nội trú 3.100 lượt bệnh nhân, công suất giường bệnh đạt 92%",
     "khám lượt người | điều trị nội trú lượt bệnh nhân | công suất giường bệnh"),
    ("Các cấp hội phụ nữ kết nạp mới 312 hội viên, nâng tổng số hội viên lên 14.210 người",
     "kết nạp mới hội viên | tổng số hội viên"),
    ("Trên địa bàn xuất hiện 3 ổ dịch tả lợn châu Phi, tiêu hủy 214 con lợn",
     "ổ dịch tả lợn châu Phi | tiêu hủy lợn"),
    ("Diện tích rừng trồng mới là 1.120 ha, bằng 112% kế hoạch; tỷ lệ che phủ rừng 46,3%",
     "Diện tích rừng trồng mới | Diện tích rừng trồng mới | tỷ lệ che phủ rừng"),
    ("Có 97,8% hộ gia đình đạt chuẩn văn hóa, 92% thôn đạt danh hiệu thôn văn hóa",
     "hộ gia đình đạt chuẩn văn hóa | thôn đạt danh hiệu thôn văn hóa"),
    ("Kim ngạch xuất khẩu hàng dệt may sang thị trường Mỹ đạt 1,4 tỷ USD, chiếm 45% tổng kim ngạch",
     "Kim ngạch xuất khẩu hàng dệt may sang thị trường Mỹ | Kim ngạch xuất khẩu hàng dệt may sang thị trường Mỹ"),
    ("Hạ tầng số được đầu tư, tỷ lệ phủ sóng 4G đạt 100%, tỷ lệ hộ có internet băng rộng 78%",
     "tỷ lệ phủ sóng 4G | tỷ lệ hộ có internet băng rộng"),
    ("UBND các cấp đã công bố 1.870 thủ tục hành chính, rút ngắn thời gian giải quyết 35%",
     "công bố thủ tục hành chính | thời gian giải quyết"),
    ("Đảng bộ có 42 tổ chức cơ sở đảng với 3.512 đảng viên, trong đó đảng viên nữ 1.204 đồng chí",
     "tổ chức cơ sở đảng | đảng viên | đảng viên nữ"),
    ("Tổng số tiền ủng hộ Quỹ Vì người nghèo là 2,3 tỷ đồng, xây mới 41 căn nhà",
     "Tổng số tiền ủng hộ Quỹ Vì người nghèo | xây mới căn nhà"),
    ("Tổng công ty hoàn thành 3 dự án lớn, doanh thu hợp nhất đạt 12.400 tỷ đồng, lợi nhuận sau thuế 870 tỷ đồng",
     "dự án lớn | doanh thu hợp nhất | lợi nhuận sau thuế"),
    ("Nông sản được mùa, lúa đạt 62 tạ/ha, ngô đạt 48 tạ/ha",
     "lúa | ngô"),
    ("Năng suất lúa bình quân đạt 62 tạ/ha, tăng 1,2 tạ/ha so với vụ trước",
     "Năng suất lúa bình quân | Năng suất lúa bình quân"),
    (("Số lao động được giải quyết việc làm mới là 4.120 người, đạt 103% kế hoạch năm, trong đó xuất khẩu lao "
      "động 214 người"),
     "Số lao động được giải quyết việc làm mới | Số lao động được giải quyết việc làm mới | xuất khẩu lao động"),
    ("Chỉ số giá tiêu dùng bình quân 6 tháng tăng 3,4%; nhóm giao thông giảm 1,2%; nhóm y tế tăng 6,5%",
     "Chỉ số giá tiêu dùng bình quân | nhóm giao thông | nhóm y tế"),
    ("Công ty Cổ phần Mía đường Sông Hạ ép 412.000 tấn mía, sản xuất 41.200 tấn đường",
     "ép mía | sản xuất đường"),
    ("Đến cuối kỳ, huyện còn 12 xã chưa đạt chuẩn, chiếm 40%",
     "xã chưa đạt chuẩn | xã chưa đạt chuẩn"),
    ("Tuyến đường dài 12,4 km, rộng 7,5 m, tổng kinh phí 45 tỷ đồng",
     "Tuyến đường | Tuyến đường rộng | tổng kinh phí tuyến đường"),
    ("Thu hồi 12,4 ha đất của 87 hộ",
     "Thu hồi đất | hộ"),
    ("Sở Công Thương cho biết, tổng mức bán lẻ tháng 6 đạt 5.120 tỷ đồng, tăng 1,1% so với tháng trước",
     "tổng mức bán lẻ | tổng mức bán lẻ"),
    ("Ông Trần Văn Lộc, Chủ tịch UBND xã, cho biết: toàn xã trồng được 120 ha keo",
     "trồng keo"),
    ("Tại huyện Mường Lạn, thu ngân sách đạt 45 tỷ đồng; huyện Nậm Pồ đạt 38 tỷ đồng",
     "thu ngân sách | thu ngân sách huyện Nậm Pồ"),
    ("Các đơn vị có tỷ lệ giải ngân cao là Sở Y tế (92,3%), huyện Mường Lạn (88,1%)",
     "tỷ lệ giải ngân Sở Y tế | tỷ lệ giải ngân huyện Mường Lạn"),
    ("Thị trường xuất khẩu chủ yếu là Hoa Kỳ chiếm 41%, EU chiếm 22%",
     "Hoa Kỳ | EU"),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_period_of_each_figure(text: str, periods: str) -> None:
    assert " ".join(claim.period or "-" for claim in read(text)) == periods


def shares(wanted: str, found: str | None) -> bool:
    """Whether half of the words of each name are the other's: how the passages are scored."""
    ours, theirs = (set(WORD.findall((name or "").lower())) for name in (wanted, found))
    return 2 * len(ours & theirs) >= max(len(ours), len(theirs))


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_name_of_each_figure(text: str, names: str) -> None:
    found = [claim.subject for claim in read(text)]
    wanted = names.split(" | ")
    assert [name if shares(name, said) else said for name, said in zip(wanted, found, strict=True)] == wanted


OWNERS = [
    ("Năm 2022, Cục Thuế tỉnh Bình Phú thu 40 tỷ đồng, đạt 96% dự toán Bộ Tài chính giao", "Cục Thuế tỉnh Bình Phú"),
    ("UBND tỉnh Hà Lâm họp.⏎Năm 2022, toàn tỉnh thu 40 tỷ đồng", "tỉnh Hà Lâm"),
    ("Chi cục Thuế Sông Cầu họp. Toàn ngành thu 40 tỷ đồng", "Chi cục Thuế Sông Cầu"),
    ("UBND huyện Mường Lạn họp. Huyện thu 40 tỷ đồng, tăng 5% so với tỉnh Hà Lâm", "UBND huyện Mường Lạn"),
    ("Tổng vốn đầu tư toàn xã hội đạt 40 tỷ đồng", None),
    ("Có 12 Công ty Thủy nông nộp ngân sách 40 tỷ đồng", None),
]


@pytest.mark.parametrize(("text", "owner"), OWNERS)
def test_whose_figure_it_is(text: str, owner: str | None) -> None:
    assert {claim.organisation for claim in read(text)} == {owner}


def test_headline_is_of_the_period_of_the_same_figure_in_the_text() -> None:
    claims = read("## Giải ngân 328 tỷ đồng⏎Trong 9 tháng năm 2020, giải ngân gần 328 tỷ đồng")
    assert [(claim.period, claim.inherited) for claim in claims] == [
        ("2020-01/2020-09", ("period: text '328 tỷ đồng'",)), ("2020-01/2020-09", ())]
