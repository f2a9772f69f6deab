# 레이더가 한 가지 제한을 지킬 때 양쪽이 얻는 것.
trade_head = 지금 설정에서 { $radar } 레이더는 외국 비행 { $all }건 가운데 { $seen }건(5–95%: { $band }건)을 보고, { $missile }에 대해 { JOSA($people, "을/를") } 방어하는 데 기여합니다. 둘 다 추출의 중앙값입니다.
trade_step = { JOSA($number, "을/를") } { $before }에서 { JOSA($after, "으로/로") } 바꾸면 보이는 비행은 { $countries }, { $is_lost ->
    [yes] { JOSA($people, "이/가") } 방어를 잃습니다({ $low }–{ $high }).
   *[no] 중앙값으로 방어를 잃는 사람은 없습니다({ $low }–{ $high }).
}
trade_country = { $country } { $before }건에서 { $after }건으로 바뀌고
trade_no_step = { $number }만 바꾸어 보이는 비행을 줄이는 설정은 없습니다.
trade_label = 레이더 설정에 따른 방어 인구와 보이는 외국 비행
trade_axis_seen = 이 레이더가 보는 외국 비행, 추출의 평균 (건)
trade_axis_people = 방어되는 인구, 추출의 평균 (백만 명)
trade_axis_people_short = 방어되는 사람(백만 명)
trade_given = 지금 설정
trade_efficient = 효율적인 설정
trade_other = 다른 설정
trade_outside = 제한을 지키는지 밖에서 알 수 있는 것
