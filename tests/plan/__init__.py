"""The plan folder, its workbook, and what must hold between its rows."""
