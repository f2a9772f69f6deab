# Am I defended? The answer about a town in one sentence.
town_none = 이 시나리오에서 다룬 비행 { $flights }가지는 { $name }에 이르지 않습니다.
town_sentence = { $name }: { $answer }. 이곳에 이르는 미사일 비행 { $met }가지 가운데, 어느 발사 지점에서 오든 { $system } 단독 결과: { $verdicts }. 합동 표본 { $draws }개를 세었고, 조기경보에서 탄착까지 { $seconds }초입니다.
town_is_holds = 방어됨
town_is_fails = 방어 안 됨
town_is_hangs = 가정에 달림
town_is_partly = 일부에 대해서만 방어됨
town_count = { $n }가지
town_count_named = { $n }가지({ $flights })
town_holds = { $which }에는 방어됨
town_fails = { $which }에는 방어 안 됨
town_hangs = { $which }에는 방어 여부가 주로 { $what }에 달림
town_others = 이름이 같은 곳이 또 있습니다: { $names }.
