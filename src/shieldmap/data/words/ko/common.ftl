# What terminal, report and page share.
unit_s = 초
study_renamed = { $old } 시나리오는 둘로 나뉘었습니다. 그 가운데 더 나중의 { $name } 시나리오를 엽니다.
span_to = { $low }~{ $high }
part_of = { $whole } 중 { $part }
none = 없음
listed = { $most }, { $last }
yes = 예
no = 아니요
# Heads: few as they are, many in the unit that the language counts them in.
people_few = { $count }{ "\u00A0" }명
people_many = { $count }만{ "\u00A0" }명
# The launch points of the embedded studies, by their ids.

# What joint draws say of a place
verdict_holds = 방어됨
verdict_fails = 방어 안 됨
verdict_hangs = { $what }에 달림
verdict_hangs_at = { $what }에 달림 (갈리는 값 { $at })
verdict_several = 여러 수치
verdict_share = 표본 { $draws }개 중 { $share }
