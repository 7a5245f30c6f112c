"""What was exceeded, what lags and by how much, what nobody can prove."""

from review.reviews import MID_TERM, YEAR_BEFORE, example, texts


def test_what_was_exceeded_says_by_how_much() -> None:
    said = texts(example(MID_TERM), "Những chỉ tiêu vượt")
    assert len(said) == 9
    assert said[0] == ("Thu ngân sách nhà nước trên địa bàn so với dự toán Thành phố giao: 109,78%, mục tiêu từ 105% "
                       "trở lên, vượt 4,78 điểm %.")
    assert said[3] == "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều: 0,16%, mục tiêu không quá 0,20%, vượt 0,04 điểm %."


def test_a_level_of_a_scale_has_no_distance() -> None:
    said = texts(example(MID_TERM), "Những chỉ tiêu vượt")
    assert said[7] == ("Đảng bộ quận được xếp loại hoàn thành tốt nhiệm vụ trở lên hằng năm: hoàn thành xuất sắc nhiệm "
                       "vụ, mục tiêu từ hoàn thành tốt nhiệm vụ trở lên.")


def test_what_lags_says_how_far_what_is_needed_and_who_leads() -> None:
    said = texts(example(YEAR_BEFORE), "Những chỉ tiêu chậm tiến độ hoặc không đạt")
    assert len(said) == 5
    assert said[0] == (
        "Tốc độ tăng giá trị sản xuất bình quân hằng năm: 3,6%/năm so với mục tiêu 7,2%/năm, còn cách 3,6 điểm %; các "
        "năm "
        "còn lại cần bình quân 8,12%/năm. Chủ trì: Phòng Kinh tế (Trưởng phòng).")
    assert said[2] == (
        "Rác thải sinh hoạt được phân loại tại nguồn: 14,8% so với lộ trình 18,82%, còn cách 4,02 điểm %; mỗi năm còn "
        "lại "
        "cần tăng 9,27 điểm %. Chủ trì: Phòng Tài nguyên và Môi trường (Trưởng phòng).")


def test_what_is_unproven_says_why_and_who_leads() -> None:
    said = texts(example(YEAR_BEFORE), "Những chỉ tiêu chưa có số liệu hoặc chưa đánh giá được")
    assert said[0] == ("Cơ cấu kinh tế chuyển dịch theo hướng dịch vụ: kỳ năm 2021 thiếu số liệu của thành phần: công "
                       "nghiệp – xây dựng. Chủ trì: Phòng Kinh tế (Trưởng phòng).")
    assert len(said) == 4


def test_sections_without_a_target_are_left_out() -> None:
    assert texts(example(MID_TERM), "Những chỉ tiêu chậm tiến độ hoặc không đạt") == []


def test_the_gap_is_made_of_the_two_values() -> None:
    ledger = {entry.label: entry for entry in example(MID_TERM).ledger}
    gap = ledger["Tỷ lệ giải ngân vốn đầu tư công hằng năm: phần vượt mục tiêu"]
    values = {entry.id: entry.value for entry in example(MID_TERM).ledger}
    assert [values[given] for given in gap.inputs] == [gap.value + 95, 95]
