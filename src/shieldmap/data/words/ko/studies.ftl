# Korean of the embedded studies' texts and of the catalogue's notes.  Each id is made of the English
# text above it (the first ten hex digits of its SHA-256), so that English that is changed asks for new Korean.
# Numbers, dates and names are those of the English text; sources are cited there.

# One THAAD battery at Seongju, September 2017
text-ece7d535d3 = 성주의 사드 1개 포대, 2017년 9월

# A THAAD battery near Pyeongtaek, as debated in November 2015
text-bc624f0cca = 평택 부근의 사드 포대, 2015년 11월의 논쟁

# The Seongju battery on 13 March 2026
text-fa2c3c1b4e = 2026년 3월 13일의 성주 포대

# THAAD, L-SAM, Patriot and Cheongung-II together, about 2028
text-5822299530 = 사드·L-SAM·패트리엇·천궁-Ⅱ 다층 방어, 2028년께

# The timing case
text-5df3198758 = 계산 시간 측정용

# Seongju and strategic stability: what the radar sees of flights from China and Russia
text-accbc5a964 = 성주와 전략적 안정: 레이더에 보이는 중국·러시아발 비행

# Computed from public, unclassified numbers. Defended means that every shot of the doctrine fits, not that it hits. A cell is defended if it is against every launch point that reaches it; low and high set every assumption at its bad and at its good end at once. Missiles that fly below the interceptor's floor or glide are not flown. Other layers of a scenario are left out.
text-4d417c0d98 = 공개된 비기밀 수치로 계산합니다. ‘방어’는 교전 방식이 요구하는 모든 요격이 가능하다는 뜻이며 명중한다는 뜻이 아닙니다. 어떤 곳에 닿는 모든 발사 지점에 대해 그러하면 그곳을 ‘방어’로 봅니다. 최저와 최고는 모든 가정을 한꺼번에 불리한 끝과 유리한 끝에 둔 값입니다. 최저 요격 고도보다 낮게 날거나 활공하는 미사일은 계산하지 않습니다. 시나리오의 다른 방어층은 넣지 않습니다.

# The site is an assumption. Nothing was decided in 2015: the press named Pyeongtaek, Wonju and Waegwan (Chosun Ilbo) or Pyeongtaek, Busan and Wonju (Yonhap) after surveys by US Forces Korea, and Daegu in 2016. Camp Humphreys stands here as an example of the first.
text-9e7d069bac = 부지는 가정입니다. 2015년에는 아무것도 결정되지 않았습니다. 주한미군의 부지 조사 뒤 언론은 평택·원주·왜관(조선일보) 또는 평택·부산·원주(연합뉴스)를, 2016년에는 대구를 후보지로 꼽았습니다. 여기서는 첫 번째 후보지의 예로 캠프 험프리스를 놓았습니다.

# The battery is a standard one of six launchers with eight interceptors; the number was not said in 2015.
text-6488830d15 = 포대는 요격미사일을 8발씩 실은 발사대 6기의 표준 포대입니다. 2015년에는 그 수가 발표되지 않았습니다.

# Only missiles flown before December 2015 are flown: Hwasong-5, -6 and -7. The Musudan (Hwasong-10) had been shown and not flown; its first flight came in April 2016. The Hwasong-9 and the Pukguksong-2 came in 2016 and 2017.
text-b4de590b39 = 2015년 12월 이전에 비행한 미사일만 다룹니다. 화성-5, -6, -7입니다. 무수단(화성-10)은 공개되었으나 아직 비행하지 않았고, 첫 비행은 2016년 4월이었습니다. 화성-9와 북극성-2는 2016년과 2017년에 나왔습니다.

# Places that the missile cannot reach count neither as defended nor as undefended.
text-71d996818f = 미사일이 닿지 않는 곳은 방어되는 곳으로도, 방어되지 않는 곳으로도 세지 않습니다.

# Assets are places that the public debate names as defended or not; their positions are rounded to about a kilometre.
text-eef2678fce = 방어 대상은 공개 논쟁에서 방어된다거나 안 된다고 거론된 곳이며, 위치는 약 1킬로미터 단위로 반올림했습니다.

# Public reports: on 3 March 2026 a village camera showed six launchers leaving the base; the radar and the fire control were not seen to leave; one launcher came back on the night of 12 March.
text-c12f2b2453 = 공개 보도: 2026년 3월 3일 마을 카메라에 발사대 6기가 기지를 떠나는 모습이 찍혔습니다. 레이더와 사격통제소가 떠나는 것은 보이지 않았습니다. 3월 12일 밤 발사대 1기가 돌아왔습니다.

# A plan and no state of things: L-SAM was to be in service by 2028. Where its batteries and those of Cheongung-II will stand is not published; their places here are assumptions.
text-3c8d70b3c2 = 현황이 아니라 계획입니다. L-SAM은 2028년까지 전력화될 예정이었습니다. L-SAM과 천궁-II 포대의 위치는 공개되지 않았으며, 여기의 위치는 가정입니다.

# The places defended and the missiles are some of those of korea; the grid is coarse.
text-5b9dbd2c56 = 방어 대상과 미사일은 2017년 9월 성주 시나리오의 일부이며 격자는 성깁니다.

# One Cheongung-II battery has launchers of its own and the radar of another, which the catalogue's systems do not forbid and no source describes.
text-c7b2e0cbe0 = 천궁-II 포대 하나는 자기 발사대를 두고 다른 포대의 레이더를 씁니다. 이런 구성을 설명한 출처는 없으며, 목록에 있는 체계의 자료로는 가능하다고 보았습니다.

# Six launchers with eight interceptors each stood there from 7 September 2017; the battery was called fully operational on 12 September (KBS) and its set-up complete on 22 October (CSIS).
text-3834cec48b = 2017년 9월 7일부터 요격미사일을 8발씩 실은 발사대 6기가 그곳에 있었습니다. 9월 12일에는 완전한 작전 운용 상태라고(KBS), 10월 22일에는 배치가 완료되었다고(CSIS) 했습니다.

# Missiles that came later (KN-23, KN-24, KN-25, Hwasong-16B) are not flown; their published apogees are compared with the interceptor's floor.
text-8c334f1d5a = 그 뒤에 나온 미사일(KN-23, KN-24, KN-25, 화성-16B)은 비행을 계산하지 않고, 공개된 정점 고도를 요격 고도 하한과 비교합니다.

# Maps, places and people are answered for THAAD alone. The battle adds four Patriot batteries and an assumed ship with SM-3; KM-SAM is left out.
text-74881af7e6 = 지도, 지역, 인구에 관한 결과는 사드만으로 계산한 것입니다. 동시 공격 계산에는 패트리엇 포대 넷과 SM-3를 실은 가정의 함정 하나가 더해지며, KM-SAM은 넣지 않았습니다.

# Only for measuring speed: no towns and no assets.
text-8391e1481a = 속도 측정용입니다. 마을도 방어 대상도 없습니다.

# Forty missiles in three waves
text-8f583d8797 = 미사일 40발, 세 차례

# A raid to compare defences with, no forecast: missiles at once, one after the other, and lofted with objects beside them, at places that the debate names. Forty are more than the 24 that 48 interceptors can meet in pairs.
text-a7c873be67 = 예측이 아니라 방어 체계를 비교하기 위한 동시 공격입니다. 논쟁에서 거론된 곳으로 한꺼번에, 하나씩 차례로, 그리고 다른 물체와 함께 고각으로 날아옵니다. 40발은 요격미사일 48발이 두 발씩 상대할 수 있는 24발보다 많습니다.

# Twenty-four missiles at four places
text-427e38e0b0 = 네 곳으로 향하는 미사일 24발

# A raid to compare layers with, no forecast.
text-6e4a262f3e = 예측이 아니라 방어층을 비교하기 위한 동시 공격입니다.

# Seongju (Lotte Skyhill, Chojeon-myeon)
text-f641629329 = 성주(초전면 롯데스카이힐)

# Camp Humphreys, Pyeongtaek (an example of a candidate site)
text-86ee604697 = 평택 캠프 험프리스(후보지의 한 예)

# Suwon Air Base
text-445f071563 = 수원 공군기지

# Osan Air Base
text-e8882efd61 = 오산 공군기지

# Kunsan Air Base
text-e677c1b4dc = 군산 공군기지

# Camp Carroll
text-ac503dbfa4 = 캠프 캐럴

# A US destroyer off the east coast
text-97aace9ac4 = 동해안 앞의 미국 구축함

# assumed place near Cheonan
text-e02777f37b = 천안 부근의 가정 위치

# assumed place in Seoul
text-a6835d67f9 = 서울의 가정 위치

# launchers in the east of Seoul
text-315702ef74 = 서울 동쪽의 발사대

# Two launchers in April 2017, six on 7 September 2017. Position to 0.01 degrees from memory; it agrees with the press: 680 m high and 18 km north of the county centre. Eight interceptors a launcher are the usual load; reloads are not counted.
text-e2c5169319 = 2017년 4월 발사대 2기, 2017년 9월 7일 6기. 위치는 기억에 따라 0.01도 단위이며, 해발 680 m, 군청에서 북쪽으로 18 km라는 언론 보도와 맞습니다. 발사대마다 8발이 통상 적재량이며 재장전은 세지 않습니다.

# The direction is an estimate; only that the radar looks north over Gimcheon is published (Kukmin Ilbo, 30 September 2016). Seen from Seongju the 55 launch sites of the CNS database lie between azimuths 310 and 13 degrees; their middle is 341, rounded to 340, so that the sector of 120 degrees holds them all. The range, from 313 over north to 10, is every direction whose sector of 120 degrees holds all of them. Launchers stand at least 400 to 500 m from the radar, less than the position is known to.
text-9a6f98edbc = 방향은 추정값이며, 레이더가 김천 위로 북쪽을 본다는 것만 공개되었습니다(국민일보, 2016년 9월 30일). 성주에서 보면 CNS 데이터베이스의 발사 장소 55곳은 방위각 310도와 13도 사이에 있습니다. 그 가운데는 341도이고 반올림하여 340도이므로 120도 범위에 모두 들어갑니다. 313도에서 북쪽을 지나 10도까지의 범위는 120도 범위에 이 모두가 들어가는 모든 방향입니다. 발사대는 레이더에서 적어도 400–500 m 떨어져 있는데, 이는 위치의 불확실성보다 작습니다.

# An assumption: one of several candidate places of the press. Position and height of the airfield (51 feet).
text-d7bd472eff = 가정: 언론이 꼽은 여러 후보지 가운데 하나. 위치와 높이는 비행장의 것(51 피트).

# A full battery; position to 0.01 degrees from memory, as in korea.
text-621409ea36 = 완전한 포대. 위치는 2017년 9월 성주 시나리오와 같이 기억에 따라 0.01도 단위.

# Only launch points in the south of North Korea matter: its range is about 300 km.
text-469ca8172e = 사거리가 약 300 km이므로 북한 남부의 발사 지점만 의미가 있습니다.

# Range about 500 km: the west and the east launch point reach most of the country.
text-3e805d6a50 = 사거리 약 500 km: 서쪽과 동쪽 발사 지점에서 국토 대부분에 닿습니다.

# Range about 500 km; flown from Hwangju on 9 July 2014.
text-a77dfbfb7c = 사거리 약 500 km. 2014년 7월 9일 황주에서 발사.

# Range about 1,000 km. Flown from Hwangju on 5 September 2016; Kusong is the same missile from further north.
text-62fba089e9 = 사거리 약 1,000 km. 2016년 9월 5일 황주에서 발사. 구성은 같은 미사일을 더 북쪽에서 쏘는 경우입니다.

# The Nodong, with 1,000 kg.
text-3a12ed4cae = 노동, 탄두 1,000 kg.

# The Nodong, with 1,000 kg. Samjiyon is the launch point of the calculation by Jang Young-geun in 2016, which says that Pyeongtaek cannot be defended. This model disagrees for Samjiyon, also with the 203 s that the calculation takes from the missile's launch to the interceptor's, and agrees for the nearer launch points with these 203 s.
text-409926100c = 노동, 탄두 1,000 kg. 삼지연은 2016년 장영근의 계산에 나온 발사 지점으로, 그 계산은 평택을 방어할 수 없다고 합니다. 이 모델은 삼지연에 대해서는 미사일 발사에서 요격미사일 발사까지 203초를 잡아도 다른 결론을 내고, 더 가까운 발사 지점에 대해서는 이 203초를 쓰면 같은 결론입니다.
# The Nodong, with 1,000 kg. Samjiyon is the launch point of a calculation by Jang Young-geun in 2016, which says that THAAD at Seongju cannot defend Pyeongtaek; the study korea takes it up.
text-8343dca642 = 노동, 탄두 1,000 kg. 삼지연은 2016년 장영근의 계산에 나온 발사 지점으로, 그 계산은 성주의 사드가 평택을 방어할 수 없다고 합니다. 이는 연구 korea가 다룹니다.

# July 2016: experts said that a Nodong from Hwangju to Busan with an apogee of 250 km or more passes over Seongju above the ceiling of 150 km; the military said that it comes down through the band and can be intercepted.
text-92f598dd3c = 2016년 7월: 전문가들은 황주에서 부산으로 정점 고도 250 km 이상으로 쏜 노동이 상한 150 km 위로 성주를 지나간다고 했고, 군은 요격 고도대를 지나 내려오므로 요격할 수 있다고 했습니다.
# July 2016, of THAAD at Seongju: experts said that a Nodong from Hwangju to Busan with an apogee of 250 km or more passes over Seongju above THAAD's ceiling of 150 km; the military said that it comes down through THAAD's band and can be intercepted. Here the same flight meets L-SAM, which stands elsewhere.
text-63b7dbf42d = 2016년 7월, 성주의 사드를 두고: 전문가들은 황주에서 부산으로 정점 고도 250 km 이상으로 쏜 노동이 사드의 상한 150 km 위로 성주를 지나간다고 했고, 군은 사드의 요격 고도대를 지나 내려오므로 요격할 수 있다고 했습니다. 여기서는 같은 비행을 다른 곳에 있는 L-SAM이 상대합니다.

# The upper apogee of the same debate, 400 to 450 km.
text-a21a7b9098 = 같은 논쟁의 높은 쪽 정점 고도, 400–450 km.
# The upper apogee of the same debate on THAAD, 400 to 450 km.
text-4e6f2c3f81 = 사드를 둘러싼 같은 논쟁의 높은 쪽 정점 고도, 400–450 km.

# On 26 March 2014 a Nodong flew 650 km at an apogee of about 150 km (CNS; 160 recalled) and was called lofted; 250 km is the apogee of the debate a year later and stands here so that both studies hold the same case.
text-9c8e90d8ef = 2014년 3월 26일 노동이 정점 고도 약 150 km(CNS, 기억으로는 160)로 650 km를 날았고 고각 발사라고 불렸습니다. 250 km는 이듬해 논쟁의 정점 고도이며, 두 연구가 같은 경우를 담도록 여기에 두었습니다.

# A solid that cannot stop its motors early: at full burn the range fixes the apogee, and this is the high path. On 12 February 2017 it flew 500 km at an apogee of 550 km, which the press compared with THAAD's ceiling.
text-2a00729d45 = 추진을 일찍 끊을 수 없는 고체 미사일입니다. 끝까지 연소하면 사거리가 정점 고도를 정하며, 이것은 높은 쪽 궤적입니다. 2017년 2월 12일 정점 고도 550 km로 500 km를 날았고, 언론은 이를 사드의 상한과 비교했습니다.

# Textbook baseline target.
text-a418ecf596 = 교과서의 기준 표적.

# North Hwanghae. Hwasong-6 in July 2014, Hwasong-7 and Hwasong-9 in July to September 2016.
text-215115c211 = 황해북도. 2014년 7월 화성-6, 2016년 7–9월 화성-7과 화성-9 발사.

# Kangwon, on the east side. Hwasong-6 and Hwasong-7 in July 2006.
text-f933fb5622 = 강원도, 동쪽. 2006년 7월 화성-6과 화성-7 발사.

# Kangwon, on the east coast. Hwasong-6 in March 2014, Hwasong-10 in June 2016.
text-eadc69bb41 = 강원도, 동해안. 2014년 3월 화성-6, 2016년 6월 화성-10 발사.

# South Pyongan. Hwasong-7 on 18 March 2016.
text-9dcc86f800 = 평안남도. 2016년 3월 18일 화성-7 발사.

# North Pyongan. Pukguksong-2 on 12 February 2017; the press of the day says Panghyon, 16 km to the south.
text-c2cd6b467e = 평안북도. 2017년 2월 12일 북극성-2 발사. 당시 언론은 남쪽으로 16 km 떨어진 방현이라고 했습니다.

# North Hamgyong, the far north-east. Hwasong-7 in May 1993.
text-8d3f1d6f07 = 함경북도, 북동쪽 끝자락. 1993년 5월 화성-7 발사.

# Ryanggang, the far north. No flight test is known: it is the launch point of a calculation by Jang Young-geun in 2016; the position is that of the airfield, to 0.1 degrees.
text-64e509efc0 = 양강도, 북쪽 끝자락. 알려진 시험 발사는 없으며, 2016년 장영근의 계산에 나온 발사 지점입니다. 위치는 비행장의 것이며 0.1도 단위입니다.

# The battery itself: does it cover its own place? Position to 0.01 degrees from memory; it agrees with 18 km north of the county centre.
text-ab3c05a7c1 = 포대 자체: 자기 자리를 방어하는가? 위치는 기억에 따라 0.01도 단위이며, 군청에서 북쪽으로 18 km라는 것과 맞습니다.
# The THAAD battery. Position to 0.01 degrees from memory; it agrees with 18 km north of the county centre.
text-a1ca39914e = 사드 포대. 위치는 기억에 따라 0.01도까지이며, 군청에서 북쪽으로 18 km라는 것과 맞습니다.

# Named on 13 July 2016 and given up for the golf course; 383 m high. The position is that of Seongju town, from memory.
text-49deed289b = 2016년 7월 13일 발표되었다가 골프장으로 바뀌면서 철회된 부지, 해발 383 m. 위치는 성주읍의 것이며 기억에 따릅니다.
# Named for THAAD on 13 July 2016 and given up for the golf course; 383 m high. The position is that of Seongju town, from memory.
text-0edf55a8e3 = 2016년 7월 13일 사드 배치 장소로 발표되었다가 골프장으로 바뀐 곳, 해발 383 m. 위치는 기억에 따른 성주읍의 것입니다.

# Capital, 10.3 million people; 20 to 25 million with the region around it.
text-40da26bf0f = 수도, 인구 1,030만 명. 주변 지역까지 합하면 2,000만~2,500만 명.

# 3.0 million people; port and airport.
text-5575b82887 = 인구 300만 명. 항만과 공항.

# 3.3 million people; port of entry.
text-29e2b53a75 = 인구 330만 명. 관문 항구.

# 2.4 million people.
text-8fbfb46da5 = 인구 240만 명.

# 1.4 million people.
text-4bd078fe8c = 인구 140만 명.

# 1.1 million people; refineries.
text-ca78b8caac = 인구 110만 명. 정유 시설.

# 1.2 million people.
text-6805022b24 = 인구 120만 명.

# 1.0 million people; fleet base.
text-5e07ff2d09 = 인구 100만 명. 함대 기지.

# 0.49 million people; steel works.
text-9806575caa = 인구 49만 명. 제철소.

# 0.36 million people (2015).
text-89a390a3b5 = 인구 36만 명(2015년).

# Headquarters of US Forces Korea from June 2018: 26,000 people in 2017, 42,000 to 47,000 planned.
text-055ed55e27 = 2018년 6월부터 주한미군 사령부. 2017년 26,000명, 계획 인원 42,000–47,000명.

# US 7th Air Force.
text-ca37c25eac = 미국 제7공군.

# US 8th Fighter Wing.
text-2ed8c1931a = 미국 제8전투비행단.

# ROK Air Force.
text-9464fedc89 = 한국 공군.

# ROK Air Force, with a Patriot battery.
text-0b74e66b90 = 한국 공군, 패트리엇 포대가 함께 있음.

# Airfield named for reinforcement.
text-b00162dd1c = 증원에 쓸 곳으로 거론된 비행장.

# Headquarters of the ROK services. Position from memory, to 0.1 degrees.
text-235a754521 = 한국군 각 군 본부. 위치는 기억에 따라 0.1도 단위.

# Interceptors are kept here according to the Dong-A Ilbo. Position of the town.
text-8fde1a31bb = 동아일보에 따르면 요격미사일이 이곳에 보관되어 있습니다. 위치는 읍의 것.

# Six units, 5.6 GW (2024).
text-968c3fc872 = 원자로 여섯 기, 5.6 GW(2024년).

# Eight units (2024).
text-e940d01641 = 원자로 여덟 기(2024년).

# Kori 2-4, Shin-Kori 1-2, Saeul 1-2; two more are being built.
text-0e0ed7b3ea = 고리 2–4호기, 신고리 1–2호기, 새울 1–2호기. 두 기를 더 짓고 있습니다.

# Five units at work (2024).
text-1446a32965 = 가동 중인 원자로 다섯 기(2024년).

# Repeated by South Korea's ministry of defence and its press; high: the highest figure in the same literature.
text-672a8e027b = 한국 국방부와 언론이 되풀이한 수치. 최고: 같은 문헌에서 가장 높은 수치.

# Low: the lowest figure in the same literature.
text-0f860ed0d2 = 최저: 같은 문헌에서 가장 낮은 수치.

# Given as reportedly 150 to 200 km; read here as slant range from launcher to intercept.
text-97219436da = 출처에는 150–200 km로 알려졌다고 되어 있습니다. 여기서는 발사대에서 요격 지점까지의 경사거리로 봅니다.

# The low end of the same sentence.
text-85a8cc7ef4 = 같은 문장의 낮은 쪽 값.

# Chinese military column; an outlier.
text-d12fd1c38f = 중국의 군사 칼럼. 다른 값과 동떨어진 수치.

# Mach 14 x 340.29 m/s (sea level); low: Mach 14 x 317.19 m/s (at 40 km); high: Mach 15 at sea level. The page does not say at which altitude its Mach number holds.
text-dafb0b4bb0 = 마하 14 × 340.29 m/s(해수면). 최저: 마하 14 × 317.19 m/s(고도 40 km). 최고: 해수면에서 마하 15. 출처 페이지는 마하수가 어느 고도 기준인지 밝히지 않습니다.

# Mach 14.
text-789662a1c3 = 마하 14.

# From missile launch to an early-warning cue at the battery. Not published. Satellites see a plume once it is above the clouds and the message is short; 30 s is brisk, 120 s is later than the burnout of a Scud.
text-f65b7fb904 = 미사일 발사부터 포대에 조기경보가 닿을 때까지. 공개되지 않음. 위성은 화염이 구름 위로 올라오면 포착하며 메시지는 짧습니다. 30초면 빠른 편이고, 120초는 스커드의 연소 종료보다 늦습니다.

# From firm track to interceptor launch: identify, assign, permit, ignite. Not published.
text-38d54d6609 = 추적 확립부터 요격미사일 발사까지: 식별, 할당, 승인, 점화. 공개되지 않음.

# From detection of the missile launch to interceptor launch in a Korean simulation; it replaces the whole chain. The range is an estimate: a second report of the same work says about 200 s, and nobody else gives a figure.
text-b467cd4dbd = 한국의 한 시뮬레이션에서 미사일 발사 탐지부터 요격미사일 발사까지 걸린 시간이며, 대응 과정 전체를 대신합니다. 범위는 추정값입니다. 같은 연구를 전한 또 다른 글은 약 200초라고 하며, 그 밖에는 아무도 수치를 내놓지 않았습니다.

# About 200 s, same author a year later.
text-7a881781be = 약 200초, 같은 저자의 이듬해 수치.

# Time to judge from the debris whether the first shot hit. Not published.
text-91eb640fab = 첫 발이 명중했는지를 파편을 보고 판단하는 시간. 공개되지 않음.

# Between two shots at one target, so that they do not disturb each other. Not published.
text-289a022ac0 = 한 표적에 쏘는 두 발이 서로 방해하지 않도록 두는 간격. 공개되지 않음.

# Looks before a track may be firm: three are the least that tell a body's way from noise. Not published.
text-5fbe3ea376 = 추적 확립에 필요한 관측 횟수. 물체의 경로를 잡음과 구별하려면 적어도 세 번은 보아야 합니다. 공개되지 않음.

# Uncertainty of the position, one sigma along its longest axis, within which a track is firm: a few beam widths of error at the range of a first detection are too much to follow a second object beside it. Not published.
text-d39e407982 = 추적이 확립되었다고 볼 수 있는 위치 오차의 한도이며, 가장 긴 축 방향의 표준편차입니다. 처음 탐지한 거리에서 오차가 빔 폭의 몇 배에 이르면 너무 커서, 곁에 있는 두 번째 물체를 따라갈 수 없습니다. 공개되지 않음.

# Uncertainty of the predicted point of intercept, one sigma along its longest axis, within which an interceptor is committed: what is left is corrected in flight, by messages to the interceptor and by the kill vehicle, whose side step in its last ten seconds is a few kilometres at most. Not published.
text-1769ef3c7f = 요격미사일 발사를 결심할 수 있는 예상 요격 지점 오차의 한도이며, 가장 긴 축 방향의 표준편차입니다. 남은 오차는 비행 중에 요격미사일에 보내는 메시지와 요격체로 바로잡는데, 요격체가 마지막 10초 동안 옆으로 움직일 수 있는 거리는 기껏해야 몇 킬로미터입니다. 공개되지 않음.

# Time between two dwells on a track that matters. Not published; with 100 ms each, half of the time then follows five tracks.
text-68bf21fcaa = 중요한 추적 표적을 한 번 조사한 뒤 다시 조사할 때까지의 시간. 공개되지 않음. 조사 시간이 100 ms씩이면 전체 시간의 절반으로 표적 다섯 개를 추적합니다.

# Standard deviation of the constant error of each angle: alignment of the antenna, what is left of the air's bending. Not published; a tenth of a beam is poor, a fiftieth is good. It is considered in the covariance, never averaged away.
text-fd8976520e = 각도별 고정 오차의 표준편차: 안테나 정렬, 보정하고 남은 대기 굴절. 공개되지 않음. 빔 폭의 십분의 일이면 나쁜 편이고 오십분의 일이면 좋은 편입니다. 이 오차는 공분산에 반영하며, 평균을 내어 없애지 않습니다.

# Standard deviation of the constant error of range: clocks, delays, what is left of the air's delay. Not published.
text-bece533295 = 거리 고정 오차의 표준편차: 시계, 지연, 보정하고 남은 대기 지연. 공개되지 않음.

# wavelength / length for 4.6 m by 2 m at 10 GHz: 0.37 deg wide and 0.86 deg high; the value is near the geometric mean of 0.57.
text-12b4489854 = 10 GHz, 4.6 m × 2 m일 때 파장 / 길이: 가로 0.37도, 세로 0.86도. 이 값은 기하평균 0.57에 가깝습니다.

# Printed as 10,000 km/h.
text-8be29fabfb = 10,000 km/h로 표기됨.

# Range against a warhead; that it belongs to 0.01 m2 and S/N 20 is recalled. Low: with an aperture of 8 m2; high: with noise x losses of 7.6 at 10 GHz.
text-a50614742f = 탄두에 대한 탐지거리. 0.01 m2와 신호 대 잡음비 20에 해당한다는 것은 기억에 따른 것입니다. 최저: 개구면적이 8 m2일 때. 최고: 10 GHz에서 잡음 × 손실이 7.6일 때.

# Forward coverage; an outlier.
text-c0387b9876 = 전방 탐지 범위. 다른 값과 동떨어진 수치.

# Terminal mode, US and Korean statements; up to 800.
text-8df1c4c9b7 = 종말 모드, 미국과 한국의 발표. 최대 800.

# Terminal mode, upper press figure.
text-8e01e8e001 = 종말 모드, 언론 수치 가운데 높은 쪽.

# Up to 1,000; best 600 to 800.
text-a78bdf2d46 = 최대 1,000, 최적 600–800.

# Forward mode, lowest press figure.
text-ff42e3b80c = 전방배치 모드, 언론 수치 가운데 가장 낮은 값.

# Drawn in a figure of NRC 2012 and read off by Lewis and Postol, who call it far too long.
text-a53f4e0c02 = NRC 2012의 그림에 그려진 값을 Lewis와 Postol이 읽어 낸 것이며, 두 사람은 이 값이 지나치게 길다고 합니다.

# Forward mode, the common figure; cross section not stated.
text-42357c50b2 = 전방배치 모드, 흔히 쓰이는 수치. 반사면적은 밝히지 않음.

# At least 3,000 for Chinese ICBMs in flight; cross section not stated on the page.
text-42aa6f8883 = 비행 중인 중국 ICBM에 대해 적어도 3,000. 출처 페이지는 반사면적을 밝히지 않음.

# Not credible; kept as a claim.
text-5694510630 = 믿기 어려움. 주장으로만 남겨 둠.

# Share of radar time for search; the rest tracks and guides. Not published.
text-2089f1259a = 레이더 시간 가운데 탐색에 쓰는 비율. 나머지는 추적과 유도에 씁니다. 공개되지 않음.

# Radius of the disc of directions that an early-warning message leaves. Not published; 2 deg are 17 km at 500 km, about what a launch point and the direction of a plume give.
text-df6ca5be7b = 조기경보 메시지가 남기는 방향 오차를 나타내는 원의 반지름. 공개되지 않음. 2도는 500 km 거리에서 17 km이며, 발사 지점과 화염의 방향으로 알 수 있는 정도입니다.

# Time for one round of the search fence. Not published; a missile crosses a fence of 5 deg at 500 km in about 20 s.
text-aa7365509f = 탐색 펜스를 한 차례 훑는 시간. 공개되지 않음. 미사일은 500 km 거리에서 5도 폭의 펜스를 약 20초 만에 지나갑니다.

# Dwell on a tracked target, of which 20 ms emit; the range of half to double is an estimate.
text-c7c58380f2 = 추적 표적 조사 시간이며, 그 가운데 20 ms 동안 전파를 내보냅니다. 절반에서 두 배까지의 범위는 추정값입니다.

# An assumption. Seen from Camp Humphreys the 55 launch sites of the CNS database lie between azimuths 306 and 27 degrees; their middle is 347, rounded to 345. The range, from 327 over north to 6, is every direction whose sector of 120 degrees holds all of them. The least elevation of 5 degrees is the one said for Seongju in 2016.
text-bce1b2ddd8 = 가정입니다. 캠프 험프리스에서 보면 CNS 데이터베이스의 발사 장소 55곳은 방위각 306도와 27도 사이에 있습니다. 그 가운데는 347도이고 반올림하여 345도입니다. 327도에서 북쪽을 지나 6도까지의 범위는 120도 범위에 이 모두가 들어가는 모든 방향입니다. 최저 고각 5도는 2016년 성주에 대해 언급된 값입니다.

# South Pyongan. Hwasong-7 on 26 March 2014; the Chosun Ilbo says Sukchon, 22 km to the west.
text-bb1c47dfad = 평안남도. 2014년 3월 26일 화성-7 발사. 조선일보는 서쪽으로 22 km 떨어진 숙천이라고 합니다.

# Waegwan was itself a candidate site in 2015. Position of the town.
text-8e59d0ae8e = 왜관 자체가 2015년의 후보지였습니다. 위치는 읍의 것.

# Radar and fire control were not seen to leave (SBS, 10 March 2026). The direction is an estimate; only that the radar looks north over Gimcheon is published (Kukmin Ilbo, 30 September 2016). Seen from Seongju the 55 launch sites of the CNS database lie between azimuths 310 and 13 degrees; their middle is 341, rounded to 340, so that the sector of 120 degrees holds them all. The range, from 313 over north to 10, is every direction whose sector of 120 degrees holds all of them. Launchers stand at least 400 to 500 m from the radar, less than the position is known to.
text-a6e002ad57 = 레이더와 사격통제소가 떠나는 것은 보이지 않았습니다(SBS, 2026년 3월 10일). 방향은 추정값이며, 레이더가 김천 위로 북쪽을 본다는 것만 공개되었습니다(국민일보, 2016년 9월 30일). 성주에서 보면 CNS 데이터베이스의 발사 장소 55곳은 방위각 310도와 13도 사이에 있습니다. 그 가운데는 341도이고 반올림하여 340도이므로 120도 범위에 모두 들어갑니다. 313도에서 북쪽을 지나 10도까지의 범위는 120도 범위에 이 모두가 들어가는 모든 방향입니다. 발사대는 레이더에서 적어도 400–500 m 떨어져 있는데, 이는 위치의 불확실성보다 작습니다.

# As in korea.
text-e27a52c3e0 = 2017년 9월 성주 시나리오와 같음.

# As in korea; position from memory.
text-cf616366de = 2017년 9월 성주 시나리오와 같음. 위치는 기억에 따름.

# THAAD
text-5549030915 = 사드(THAAD)

# Patriot PAC-3 CRI
text-3bdbca724a = 패트리엇 PAC-3 CRI

# Patriot PAC-3 MSE
text-28d68c45c4 = 패트리엇 PAC-3 MSE

# Cheongung-II (KM-SAM Block II)
text-a94515e94f = 천궁-II(KM-SAM 블록 II)

# SM-3 Block IB
text-661b4a2b1c = SM-3 블록 IB

# L-SAM
text-9609ebbcdb = 엘샘(L-SAM)

# Estimates of the Shieldmap project
text-efbb3e17d0 = Shieldmap 프로젝트의 추정

# Recalled from the literature, not read again
text-136de3cd95 = 문헌에서 기억한 수치(다시 확인하지 않음)

# A US destroyer off the east coast (an assumption)
text-1b78ae3664 = 동해안 앞의 미국 구축함(가정)

# Both reports leave open how many interceptors stand ready: the range is 0 to 48. Spare interceptors are kept at Camp Carroll; their number is not published and none is counted.
text-900d691904 = 두 보도 모두 준비된 요격미사일이 몇 발인지는 말하지 않습니다. 범위는 0에서 48입니다. 예비 요격미사일은 캠프 캐럴에 보관되어 있으나 그 수는 공개되지 않았고 여기서는 세지 않습니다.

# How many interceptors stand ready at Seongju is not published: the range is 0 to 48, and the value is 0, because the launcher that came back was reported empty. Spare interceptors are kept at Camp Carroll; their number is not published and none is counted.
text-914bdb1392 = 성주에 준비된 요격미사일이 몇 발인지는 공개되지 않았습니다. 범위는 0에서 48이며, 돌아온 발사대가 비어 있었다고 보도되었으므로 값은 0입니다. 예비 요격미사일은 캠프 캐럴에 보관되어 있으나 그 수는 공개되지 않았고 여기서는 세지 않습니다.

# Launchers with interceptors on them: none is reported on 13 March 2026; the one that came back on 12 March was reported empty; six if all came back and were loaded from the spares. Position to 0.01 degrees from memory, as in korea.
text-ac0811bd6d = 요격미사일을 실은 발사대: 2026년 3월 13일에는 보도된 것이 없음. 3월 12일에 돌아온 1기는 비어 있었다고 보도됨. 모두 돌아와 예비탄으로 장전되었다면 6기. 위치는 2017년 9월 성주 시나리오와 같이 기억에 따라 0.01도 단위.

# Launchers: six by the words to the Senate, none by the film of 3 March 2026; the value is the lower of the two ends and no headline. Interceptors: eight a launcher where they are loaded, none where they were sent forward. Position to 0.01 degrees from memory, as in korea.
text-26a5fe23f5 = 발사대: 상원에서의 발언에 따르면 6기, 2026년 3월 3일의 영상에 따르면 없음. 값은 두 끝 가운데 낮은 쪽일 뿐 대표값이 아님. 요격미사일: 장전되어 있으면 발사대마다 8발, 전방으로 보냈으면 없음. 위치는 2017년 9월 성주 시나리오와 같이 기억에 따라 0.01도 단위.

# Not known after 21 April 2026: no later public report on the battery was found in November 2026.
text-fab02db81a = 2026년 4월 21일 이후는 알려지지 않았습니다. 2026년 11월에 찾아본 바로는 그 뒤 이 포대에 관한 공개 보도가 없습니다.

# The Seongju battery on 21 April 2026
text-7a201a0e53 = 2026년 4월 21일의 성주 포대

# The battle beside it: Patriot PAC-3 MSE, twelve to a launcher, in place of the PAC-3 CRI of korea, because the US batteries in Korea have fired MSE since 2022. In March 2026 Patriot from Kunsan and other bases was gathered at Osan and flown to the Middle East; how many batteries is not published, so every count starts at 0. The ship with SM-3 is an assumption that no source describes.
text-3a2ed1466d = 함께 싸우는 방어층: 주한미군 패트리엇은 2022년부터 PAC-3 MSE를 쓰므로, 2017년 9월 시나리오의 PAC-3 CRI 대신 발사대마다 12발의 PAC-3 MSE를 놓았습니다. 2026년 3월 군산 등 여러 기지의 패트리엇이 오산에 모여 중동으로 실려 갔는데 몇 개 포대인지는 공개되지 않았으므로 모든 수의 범위는 0에서 시작합니다. SM-3을 실은 함정은 어떤 출처에도 없는 가정입니다.

# There is no headline value for the launchers: 0 and 6 are the two reports, and nothing says which holds. A number has to stand in the file; 0 stands there as the lower end and says no more than that. Read both ends.
text-fd8df9d9ae = 발사대에는 대표값이 없습니다. 0과 6이 두 보도이며 어느 쪽이 맞는지 알려 주는 것은 없습니다. 파일에는 수 하나가 있어야 하므로 낮은 끝인 0을 적었을 뿐이며 그 이상의 뜻은 없습니다. 두 끝을 함께 읽어야 합니다.

# Two reports stand side by side. The commander of US Forces Korea told the US Senate on 21 April 2026 that no THAAD system was moved and that ammunition is being sent forward; this is known here from one copy of a news agency's text, of low confidence. A village camera filmed six launchers leaving Seongju on 3 March 2026.
text-30a2147e4c = 두 보도가 나란히 있습니다. 주한미군 사령관은 2026년 4월 21일 미국 상원에서 사드 체계는 옮기지 않았고 탄약을 전방으로 보내고 있다고 말했습니다. 이는 통신사 기사를 옮긴 사본 하나로만 확인했으며 신뢰도는 낮습니다. 2026년 3월 3일에는 마을 카메라에 발사대 6기가 성주를 떠나는 모습이 찍혔습니다.

# Yonhap (11 March) and the Herald Business (13 March) wrote that launchers unload their interceptors at Osan and come back empty; the interceptors, up to 48, were to be flown out. The Washington Post of 9 March wrote that parts of the battery go to the Middle East; the Army Times of 11 March wrote that it is not clear which parts.
text-64cae25b98 = 연합뉴스(3월 11일)와 헤럴드경제(3월 13일)는 발사대가 오산에서 요격미사일을 내려놓고 빈 채로 돌아오며 최대 48발의 요격미사일이 해외로 실려 갈 것이라고 썼습니다. 워싱턴포스트(3월 9일)는 포대의 일부가 중동으로 간다고, 아미타임스(3월 11일)는 어느 부분인지 분명하지 않다고 썼습니다.

# 40 to 100 km.
text-b9ea963197 = 40–100 km로 봄.

# A senior official of South Korea's ministry of defence, 15 February 2016: never below 5 degrees, usually some tens of degrees. High: 20 degrees, the least that can be called tens, an estimate.
text-e1eb54946e = 한국 국방부 고위 관계자, 2016년 2월 15일: 5도 아래로는 내리지 않으며 보통 수십 도. 최고값: 수십 도라 할 수 있는 가장 작은 값인 20도로, 추정값.

# About 150 km, after experts, who conclude that Pyeongtaek is hard to defend.
text-8e8ec1a886 = 전문가에 따르면 약 150 km로, 평택은 방어하기 어렵다고 함.

# About 5 degrees up.
text-1952d47bed = 위로 약 5도.

# Operated at more than five degrees at Seongju.
text-2351959232 = 성주에서 5도보다 높게 운용함.

# Power ratio (13 dB) that belongs to the reference range, recalled from Lewis and Postol 2012; 10 to 40 (10 to 16 dB) spans what detection and tracking need. Searched for again in November 2026, in English and Korean: no page was found that gives it.
text-bf7d4ef118 = 기준 거리에 해당하는 전력비(13 dB)로, 루이스·포스톨 2012에서 기억한 값. 10–40(10–16 dB)은 탐지와 추적에 필요한 범위. 2026년 11월에 영어와 한국어로 다시 찾았으나 이를 밝힌 자료는 없었음.

# Printed as Mach 8.24; 8.24 x 340.29 m/s at sea level is 2.804 km/s, rounded. Every printed figure is 2.78 to 2.80; they may all go back to one Mach number, and which speed of sound belongs to it is not said. Low: the low end of the range of 2.6 to 2.8 recalled from Elleman and Zagurek 2016. High: an estimate, because one page says more than 10,000 km/h.
text-5a3d66f7b4 = 마하 8.24로 적혀 있음. 해수면에서 8.24 x 340.29 m/s는 2.804 km/s이며 반올림함. 공개된 수치는 모두 2.78–2.80인데 하나의 마하 수에서 나왔을 수 있고, 어느 음속을 썼는지는 밝히지 않음. 최저값: 엘먼·자구렉 2016에서 기억한 2.6–2.8의 낮은 끝. 최고값: 시속 10,000 km 이상이라는 자료가 있어 추정함.

# Printed as more than 10,000 km/h.
text-1d146de29b = 시속 10,000 km 이상으로 적혀 있음.

# The Musudan at full burn, as on 22 June 2016 from Wonsan (400 km at an apogee of about 1,414 km); one success in eight flights. Here it comes down at about 4.5 km/s at the floor; the Korean military said Mach 10 at 40 km in 2016, and Mach 14 to 16 at re-entry, with which this agrees.
text-84aab4fbc6 = 2016년 6월 22일 원산에서처럼 완전 연소한 무수단(정점 고도 약 1,414 km로 400 km). 여덟 번 가운데 한 번 성공. 여기서는 최저 요격 고도에서 약 4.5 km/s로 내려옴. 한국군은 2016년에 40 km에서 마하 10이라 했고, 재진입 때 마하 14–16이라고도 했는데 뒤의 값이 이와 맞음.

# The middle of the range recalled from Elleman and Zagurek 2016; not read again.
text-5bfb8613a0 = 엘먼·자구렉 2016에서 기억한 범위의 가운데. 다시 읽지 못함.

# The usual practice in the same briefing, some tens of degrees, at its least.
text-7de216d200 = 같은 설명에서 말한 통상적인 운용인 수십 도의 가장 작은 값.

# To the rear of the launchers; 200 km within 120 degrees ahead of them.
text-097b15180a = 발사대 뒤쪽. 앞쪽 120도 안에서는 200 km.

# X-band, nose-on, a separated cone; recalled as the common figure, a tenth to ten times as range. Searched for again in November 2026, in English and Korean: no page gives one.
text-168defc6b4 = X-밴드, 정면에서 본 분리된 원뿔. 흔히 쓰는 값으로 기억하며, 범위는 10분의 1에서 10배. 2026년 11월에 영어와 한국어로 다시 찾았으나 밝힌 자료가 없음.

# X-band; between a separated cone (0.01) and a body that comes down whole (0.1), because it is not settled which. Searched for again in November 2026, in English and Korean: no page gives one.
text-10dfa79df5 = X-밴드. 분리된 원뿔(0.01)과 통째로 내려오는 동체(0.1) 사이의 값. 어느 쪽인지 확정되지 않았기 때문. 2026년 11월에 영어와 한국어로 다시 찾았으나 밝힌 자료가 없음.

# X-band; the empty body comes down with the warhead, so more than a separated cone by about ten. Searched for again in November 2026, in English and Korean: no page gives one.
text-11d2af5632 = X-밴드. 빈 동체가 탄두와 함께 내려오므로 분리된 원뿔의 약 10배. 2026년 11월에 영어와 한국어로 다시 찾았으나 밝힌 자료가 없음.

# Elevation of the antenna's normal. Not published for Seongju; photographs show the face raised to about half way.
text-9ddfafb55d = 안테나 정면이 향하는 고각. 성주에 대해서는 공개되지 않았으며, 사진에서는 정면이 절반쯤 들려 있음.

# KN-25 on 30 May 2024, 27 January and 14 March 2026.
text-c86f4121fc = KN-25, 2024년 5월 30일과 2026년 1월 27일, 3월 14일.

# No page gives it. 60 degrees is the usual limit of a phased array, where the gain has fallen to an eighth both ways; it agrees with the 120 degrees that the press gives for the view. Low: a face that gives up where two fifths of the range are left.
text-dde09f9a7d = 어느 자료에도 나오지 않습니다. 60도는 위상배열의 통상적인 한계로, 왕복 이득이 8분의 1로 떨어지는 각도이며, 언론이 시야로 말하는 120도와도 맞습니다. 최저값: 탐지거리가 5분의 2만 남는 각도까지만 쓰는 경우.

# Not published. A vehicle that left its booster at burnout, in the air of 13 km, would lose a third of its speed within a quarter of a minute, so it probably leaves higher: after 15 s a launch at 45 degrees stands at about 40 km, the floor of its intercepts. Low: at burnout. High: at the height where the air no longer matters.
text-5de11aea5c = 공개되지 않았습니다. 연소 종료 때 고도 13 km의 공기 속에서 추진체를 떠나는 요격체는 15초 안에 속도의 3분의 1을 잃으므로, 아마 더 높은 곳에서 떠날 것입니다. 45도로 발사하면 15 s 뒤 고도 약 40 km, 곧 요격 고도의 하한에 있습니다. 최저값: 연소 종료 때. 최고값: 공기가 더는 영향을 주지 않는 높이.

# Not published. Films of THAAD tests show it circle to burn energy off before it heads for the target; a tenth of the time of flight is modest for that, none is a missile that always flies as fast as it can, and three tenths cost about a third of the speed.
text-0d042851e6 = 공개되지 않았습니다. THAAD 시험 영상에서는 표적으로 향하기 전에 원을 그리며 에너지를 버리는 모습이 보입니다. 비행 시간의 10분의 1은 그에 비하면 적은 값이고, 0은 언제나 가장 빠르게 나는 미사일이며, 10분의 3은 속도의 약 3분의 1을 대가로 치릅니다.

# Recalled from briefings of South Korea's ministry of defence. Searched for again in November 2026, in English and Korean: no page was found that gives it.
text-b0069c6ba6 = 한국 국방부 설명에서 기억한 값. 2026년 11월에 영어와 한국어로 다시 찾았으나 이를 밝히는 자료는 없었음.

# The kill vehicle in its shroud, 50 kg behind 0.091 m2. Low: a blunt case with a drag coefficient of 0.27; high: a slender one with 0.1; the value is their geometric mean.
text-c17bab07ca = 덮개를 쓴 요격체, 50 kg, 단면적 0.091 m2. 최저값: 항력계수 0.27의 뭉툭한 형상. 최고값: 0.1의 날씬한 형상. 이 값은 둘의 기하평균.

# The kill vehicle on its burnt-out booster: 50 kg and 205 kg behind 0.091 m2 (0.34 m) with a drag coefficient of 0.19; 0.29 and 0.15 at the ends.
text-e7338565dc = 연소를 마친 추진체에 붙어 있는 요격체: 50 kg과 205 kg, 단면적 0.091 m2(0.34 m), 항력계수 0.19. 양쪽 끝은 0.29와 0.15.

# The large guided rocket as the arcs that it has flown since May 2024: 340 to 350 km with apogees of 70 to 100 km, twelve at 340 km and 80 km on 14 March 2026. The value is the middle of the apogees. To nearer places the same apogees are taken, which makes the paths steeper than those of the tests.
text-42b3821066 = 2024년 5월 이후 비행한 대로 포물선 궤적으로 나는 대형 방사포: 340–350 km, 정점 고도 70–100 km이며, 2026년 3월 14일에는 12발이 340 km를 80 km 고도로 날았습니다. 이 값은 정점 고도의 가운데입니다. 더 가까운 곳으로도 같은 정점 고도를 쓰므로 시험보다 가파른 궤적이 됩니다.

# Much in the south hangs on where the radar looks and how high. Only that it looks north over Gimcheon is published, so the draws turn it over every direction whose view holds the launch points. The critics of 2016 said that a lofted Hwasong-7 passes Seongju above the ceiling; here it does, at about 180 km for an apogee of 250 km. When it comes down through the band further south, a radar that looks past the zenith still sees it, and one whose elevation stops short of the zenith loses it there; the draws take 60 to 90 degrees.
text-156d7ee189 = 남부의 결과는 많은 부분이 레이더가 어느 쪽을, 얼마나 높이까지 보는지에 달려 있습니다. 김천 위로 북쪽을 본다는 것만 공개되었으므로, 표본은 시야가 발사 지점들을 모두 담는 모든 방향으로 레이더를 돌립니다. 2016년의 비판자들은 고각으로 쏜 화성-7이 요격 고도 상한 위로 성주를 지나간다고 했습니다. 이 모델에서도 정점 고도 250 km이면 약 180 km 높이로 지나갑니다. 더 남쪽에서 요격 고도대를 지나 내려올 때, 천정 너머까지 보는 레이더는 이를 아직 보지만, 고각이 천정에 못 미쳐 멈추는 레이더는 놓칩니다. 표본은 60–90도입니다.

# Aegis Ashore in Romania and Poland, July 2024
text-4a2075bd66 = 루마니아와 폴란드의 이지스 어쇼어, 2024년 7월

# Redzikowo and strategic stability: flights from Russia seen from Poland, Romania and Turkey
text-288a9ad2ba = 레지코보와 전략적 안정: 폴란드·루마니아·튀르키예에서 보이는 러시아발 비행

# The day is that on which NATO called the site at Redzikowo ready. The battery under study is Deveselu, with 24 SM-3 Block IB as published in 2015 and 2016. No official page says that it has received Block IIA.
text-040ebf8eee = 기준일은 나토가 레지코보 기지의 준비 완료를 알린 날입니다. 다루는 포대는 데베셀루이며, 2015년과 2016년에 공개된 대로 SM-3 블록 IB 24발을 둡니다. 블록 IIA가 들어갔다고 한 공식 문서는 없습니다.

# Redzikowo holds SM-3 Block IIA. No reach, ceiling or speed of Block IIA was found on an official page, so Block IB stands in for it here, which is slower: what the site in Poland does here is a lower end.
text-b1a10cb2be = 레지코보에는 SM-3 블록 IIA가 있습니다. 블록 IIA의 사거리, 최대 요격 고도, 속도를 밝힌 공식 문서를 찾지 못해 여기서는 더 느린 블록 IB를 대신 썼습니다. 따라서 폴란드 기지에 관한 결과는 낮은 쪽 끝입니다.

# The radar here is that of the site alone. It was built for ships, and the Defense Science Board found it too weak for the European task in 2011. The system is said to shoot on the data of the radar at Kürecik in Turkey or of ships as well; a shot on the data of a distant radar is not in this study, so what is defended here is the part that needs no such help. The study europe-remote beside it is the other end.
text-451459594a = 여기의 레이더는 기지 자체의 것뿐입니다. 함정용으로 만든 레이더이며, 미국 국방과학위원회는 2011년에 유럽 임무에는 약하다고 보았습니다. 이 체계는 튀르키예 퀴레지크 레이더나 함정의 자료로도 발사한다고 합니다. 먼 레이더의 자료로 쏘는 경우는 이 연구에 없으므로, 여기서 방어되는 곳은 그런 도움이 필요 없는 부분입니다. 그 반대쪽 끝은 europe-remote 시나리오입니다.

# The radar at Kürecik (AN/TPY-2, 38.3 N 37.8 E, 2,085 m high, since 2012) therefore stands here as a place and not as a sensor. What it sees of other flights stands in russia-europe.
text-2a740a099d = 그래서 퀴레지크 레이더(AN/TPY-2, 북위 38.3도 동경 37.8도, 해발 2,085 m, 2012년부터)는 여기서 센서가 아니라 장소로만 나옵니다. 다른 비행에서 무엇이 보이는지는 russia-europe 시나리오에 있습니다.

# The Khorramshahr-4 has a published range of 2,000 km with 1,500 kg. Flown westward against the turning Earth it gets about 50 km less far. Places that it does not reach count neither as defended nor as undefended: the map says not threatened.
text-a9668eb50e = 호람샤르-4의 공개된 사거리는 1,500 kg을 싣고 2,000 km입니다. 지구 자전을 거슬러 서쪽으로 날면 50 km쯤 덜 갑니다. 닿지 않는 곳은 방어되는 곳으로도, 방어되지 않는 곳으로도 세지 않으며 지도에는 위협받지 않는 곳으로 나옵니다.

# The second missile is hypothetical. No missile of 3,500 km from Iran is known to exist; it stands for the claim of those who planned the defence. Its answers say what the sites would be worth if there were one, and nothing about whether there is.
text-26e2de5ec2 = 두 번째 미사일은 가상의 것입니다. 사거리 3,500 km의 이란 미사일은 실재가 확인되지 않았습니다. 이 미사일은 방어 체계를 계획한 쪽의 주장을 대신합니다. 그 결과는 그런 미사일이 있다면 기지가 어떤 구실을 할지를 말할 뿐, 그런 미사일이 있는지는 말하지 않습니다.

# Three launch areas stand for the west of Iran: a town each, to 0.1 degrees. No page ties a launch of this missile to any of them.
text-704c538d25 = 발사 지역 세 곳이 이란 서부를 대신합니다. 도시 하나씩이며 0.1도 단위입니다. 이 미사일의 발사를 그 가운데 어느 곳과 연결한 문서는 없습니다.

# Four ships with SM-3 were based at Rota in 2015, five from October 2024. Where they are on a day is not published, and none is here. In March 2026 it was a ship that met missiles over Turkey.
text-08baaf99ac = SM-3를 실은 함정은 2015년에 네 척, 2024년 10월부터 다섯 척이 로타를 모항으로 두었습니다. 어느 날 어디에 있는지는 공개되지 않으며 여기에는 넣지 않았습니다. 2026년 3월 튀르키예 상공의 미사일을 막은 것은 함정이었습니다.

# Countries of the grid are those that a list of the press names as within 2,000 km or at its edge, with Turkey and Poland, which host the radar and the second site.
text-523d12dd45 = 격자의 나라는 언론이 2,000 km 안이나 그 가장자리에 있다고 꼽은 나라에, 레이더와 두 번째 기지가 있는 튀르키예와 폴란드를 더한 것입니다.

# Aegis Ashore Poland, Redzikowo
text-b88dc02b6f = 폴란드 이지스 어쇼어, 레지코보

# Aegis Ashore Romania, Deveselu
text-b4f5e801d3 = 루마니아 이지스 어쇼어, 데베셀루

# Three launchers of eight cells each, 24 SM-3 Block IB. Position of the commune, to 0.1 degrees; the height is an estimate for the plain.
text-714a645086 = 셀 여덟 개짜리 발사대 셋, SM-3 블록 IB 24발. 위치는 마을의 것이며 0.1도 단위, 고도는 평야로 보고 추정한 값입니다.

# SPY-1D(V) with four faces, which look all round; the direction, towards the west of Iran, changes nothing. Least elevation: the horizon of the plain, an estimate. Height with the deckhouse, an estimate.
text-106dd0cfb6 = 안테나 네 면이 모든 방향을 보는 SPY-1D(V). 이란 서부를 향한 방향은 아무것도 바꾸지 않습니다. 최저 고각은 평야의 지평선으로 본 추정값이며, 갑판실을 포함한 고도도 추정값입니다.

# East Azerbaijan; of these areas the nearest to Europe. The press computes with the north-west of Iran; the town stands for the region. No page ties a launch to it.
text-41215b824a = 동아제르바이잔주. 세 지역 가운데 유럽에 가장 가깝습니다. 언론은 이란 북서부를 기준으로 계산하며, 도시는 그 지역을 대신합니다. 이곳에서 발사했다고 한 문서는 없습니다.

# Named by Iranian state media as a launch area of June 2025, for missiles that are not named. The town stands for the province.
text-3871637630 = 이란 국영 매체가 2025년 6월의 발사 지역으로 꼽았으며, 어느 미사일인지는 밝히지 않았습니다. 도시는 그 주를 대신합니다.

# Lorestan, long named by a think tank as a home of medium-range missiles. The town stands for the province.
text-a3ad8616be = 로레스탄주. 한 연구기관이 오래전부터 준중거리 미사일이 있는 곳으로 꼽았습니다. 도시는 그 주를 대신합니다.

# The longest range that Iran has published for a missile, with 1,500 kg. From the north-west it reaches Turkey, the most of Romania and Bulgaria and the east of Greece.
text-4261d1fbf5 = 이란이 미사일에 대해 공개한 가장 긴 사거리이며 1,500 kg을 실었을 때의 것입니다. 북서부에서 쏘면 튀르키예, 루마니아와 불가리아의 대부분, 그리스 동부에 닿습니다.

# Hypothetical: no such missile is known to exist. Those who planned the defence spoke of missiles that could reach most capitals of Europe.
text-12b0250090 = 가상의 미사일로, 실재가 확인되지 않았습니다. 방어 체계를 계획한 쪽은 유럽 수도 대부분에 닿을 수 있는 미사일을 말했습니다.

# The battery itself: does it cover its own place?
text-f44c6fbe5c = 포대 자신. 자기 자리를 방어하는가?

# The second site, beside Słupsk.
text-8a23906098 = 두 번째 기지, 스웁스크 옆.

# The AN/TPY-2 of the European defence. In March 2026 a Patriot battery went to Malatya to guard the area.
text-a6b968dd06 = 유럽 방어 체계의 AN/TPY-2. 2026년 3월 이 지역을 지키려고 말라티아에 패트리엇 포대가 갔습니다.

# Capital, 1.9 million people.
text-d43b01db6b = 수도, 인구 190만 명.

# Capital, 1.2 million people; at the edge of 2,000 km.
text-1a4ce8ea45 = 수도, 인구 120만 명. 2,000 km의 가장자리.

# Capital, 0.66 million people in the city; at the edge of 2,000 km.
text-c8c6c93fda = 수도, 시 인구 66만 명. 2,000 km의 가장자리.

# Capital, 1.7 million people. One list of the press counts Hungary as within 2,000 km; here it is not.
text-9faecb50f0 = 수도, 인구 170만 명. 언론의 한 목록은 헝가리를 2,000 km 안에 넣지만 여기서는 그렇지 않습니다.

# Capital, 1.7 million people. One list of the press counts Poland as within 2,000 km; here it is not.
text-47ada334be = 수도, 인구 170만 명. 언론의 한 목록은 폴란드를 2,000 km 안에 넣지만 여기서는 그렇지 않습니다.

# Capital, 3.5 million people.
text-58ca30e926 = 수도, 인구 350만 명.

# 15.7 million people.
text-e41d88062f = 인구 1,570만 명.

# 0.32 million people; port on the Black Sea.
text-b9b6696236 = 인구 32만 명. 흑해의 항구.

# Named as the target of the missile of 4 March 2026, which a ship met; Iran denied the launch. Position from memory, to 0.1 degrees, beside Adana.
text-cbf928361f = 2026년 3월 4일 미사일의 표적으로 거론되었으며, 그 미사일은 함정이 막았습니다. 이란은 발사를 부인했습니다. 위치는 기억에 따른 것으로 0.1도 단위, 아다나 옆.

# Capital; named by the press as within 4,000 km.
text-81a29beba1 = 수도. 언론이 4,000 km 안에 있다고 꼽았습니다.

# Capital; named by the press as within 4,000 km. Neither missile of this study reaches it.
text-2a3ec6a197 = 수도. 언론이 4,000 km 안에 있다고 꼽았습니다. 이 연구의 두 미사일은 닿지 않습니다.

# A raid to ask what the second site adds, no forecast. The second wave is flown with the missile that is not known to exist.
text-b9c2a8c85a = 두 번째 기지가 무엇을 더하는지 묻기 위한 공격이며 예측이 아닙니다. 둘째 물결은 실재가 확인되지 않은 미사일입니다.

# Twelve missiles in two waves
text-6dbdb8f03a = 두 물결로 오는 미사일 열두 발

# An assumption: the figure taken for a separated cone, nose-on in X-band, a tenth to ten times as range.
text-d355778a4a = 가정. 분리된 원뿔형 탄두를 X밴드로 정면에서 볼 때 쓰는 값이며, 범위는 10분의 1에서 열 배까지.

# X-band, nose-on, a separated cone; recalled as the common figure, a tenth to ten times as range. Searched for again in November 2026: no page gives one for an Iranian missile.
text-e0026b73b2 = X밴드, 정면, 분리된 원뿔형 탄두. 흔히 쓰이는 수치로 기억하며, 범위는 10분의 1에서 열 배까지. 2026년 11월 다시 찾았으나 이란 미사일의 값을 밝힌 문서는 없었음.

# Aircraft; the horizon hides an aircraft there, so the height must be great.
text-dab29411ef = 항공기의 경우. 그 거리에서는 지평선이 항공기를 가리므로 고도가 높아야 함.

# Ballistic missiles that come from about 1,000 km. No source states the cross section. Low: the same page for aircraft; high: a few per cent for rounding.
text-0f053a952e = 1,000 km쯤에서 오는 탄도미사일. 레이더 반사 면적을 밝힌 출처는 없음. 최저값: 같은 문서의 항공기 값. 최고값: 반올림을 생각해 몇 퍼센트 더한 값.

# Between two shots at one target. Not published; as for THAAD.
text-3a10a68382 = 한 표적에 쏘는 두 발 사이의 시간. 공개되지 않음. 사드와 같게 봄.

# Dwell on one missile that is followed. Not published; shorter than for AN/TPY-2, because the radar serves four faces.
text-12009f8037 = 추적하는 미사일 하나를 비추는 시간. 공개되지 않음. 레이더 하나가 네 면을 맡으므로 AN/TPY-2보다 짧게 봄.

# Faces tilted back look to the zenith or close to it. Not published.
text-cf9e83af65 = 뒤로 기운 안테나 면은 천정이나 그 가까이까지 봄. 공개되지 않음.

# Four faces look all round; low: an estimate for what the ship itself hides.
text-8221e4aa00 = 네 면이 모든 방향을 봄. 최저값: 함정 자체가 가리는 부분을 추정한 값.

# From firm track to interceptor launch. Not published; between Patriot and THAAD.
text-b1664eff0f = 추적이 확정된 때부터 요격미사일 발사까지. 공개되지 않음. 패트리엇과 사드 사이로 봄.

# From missile launch to an early-warning cue at the battery. Not published. As for THAAD: satellites see a plume once it is above the clouds and the message is short.
text-f5c3005ec2 = 미사일 발사부터 포대가 조기경보를 받을 때까지. 공개되지 않음. 사드와 같이, 위성은 화염이 구름 위로 올라오면 볼 수 있고 전달되는 내용은 짧다고 봄.

# Geometric mean of the ends. The one burn ends at 22 km, while the real stages push on above the air, so little may be lost to drag: high is the whole burnt-out stage, 410 kg behind 0.091 m2 with a drag coefficient of 0.3; low is the third stage with nose and vehicle, some 50 kg with 0.35. Above 80 km it does not matter.
text-cf81ac6837 = 양 끝의 기하평균. 한 번의 연소는 22 km에서 끝나지만 실제 단들은 대기 위에서도 계속 밀므로 항력 손실이 작을 수 있음. 최고값은 연소를 마친 단 전체로 면적 0.091 m2에 410 kg, 항력계수 0.3. 최저값은 앞부분과 요격체를 포함한 3단으로 약 50 kg, 항력계수 0.35. 80 km 위에서는 영향이 없음.

# Hundreds of objects at up to 1,000 km.
text-071c1d6696 = 최대 1,000 km에서 표적 수백 개.

# More than 1,000 km, missiles and aircraft alike.
text-fc405357a7 = 미사일과 항공기 모두 1,000 km 이상.

# One equivalent stage: 3.0 to 3.5 km/s recalled from the literature (National Research Council 2012; Lewis and Postol); not read again. The model has this speed at 22 km and the real missile above the air, so the model is slower later on.
text-aa06e280db = 등가의 한 단. 문헌(미국 국가연구회의 2012, 루이스와 포스톨)에서 3.0–3.5 km/s로 기억하며 다시 확인하지 않음. 모형은 22 km에서 이 속도가 되고 실제 미사일은 대기 위에서 되므로, 그 뒤로는 모형이 더 느림.

# One scripted test of Block IB with a short-range target: fired about 90 s after the target's launch. No chain time for combat is published; high: the 200 s of the Korean simulation for THAAD.
text-ab7ed886f8 = 단거리 표적으로 한, 미리 짜인 블록 IB 시험 한 번의 값으로 표적 발사 약 90 s 뒤에 발사. 실전에서 걸리는 시간은 공개되지 않음. 최고값: 사드에 관한 한국 시뮬레이션의 200 s.

# Power ratio (13 dB), as for AN/TPY-2 so that ranges can be compared; 10 to 40 (10 to 16 dB) spans what detection and tracking need.
text-1e51e2f1ab = 전력비(13 dB). 거리를 견줄 수 있도록 AN/TPY-2와 같게 둠. 10–40(10–16 dB)은 탐지와 추적에 필요한 값을 아우름.

# Printed as Mach 7.88; x 340.29 m/s.
text-a97fa3a1d2 = 마하 7.88로 적혀 있으며 340.29 m/s를 곱함.

# Recalled as 700 km; not read again. The fly-out of this project is tabled to 480 km over ground only, which then rules.
text-d01fa9821c = 700 km로 기억하며 다시 확인하지 않음. 이 프로젝트의 비행 계산표는 지상 거리 480 km까지뿐이며, 그때는 그 값이 한계가 됨.

# Recalled for 0.03 m2; not read again. Range^4 makes 3.2 m2 of it at 1,000 km, so both figures can be one radar.
text-81ab89cc56 = 0.03 m2에 대한 값으로 기억하며 다시 확인하지 않음. 거리의 4제곱으로 환산하면 1,000 km에서 3.2 m2이므로 두 수치는 같은 레이더의 것일 수 있음.

# Recalled: a target of more than 3,000 km range was hit by Block IA in April 2011; such a missile burns out at about 5 km/s. Not read again.
text-96e7f03e9b = 기억에 따름: 2011년 4월 블록 IA가 사거리 3,000 km가 넘는 표적을 맞혔으며, 그런 미사일의 연소 종료 속도는 약 5 km/s. 다시 확인하지 않음.

# Share of radar time for a missile search when the ship is set to it; the rest serves air defence and tracks. Not published.
text-b6063b8fb7 = 함정이 미사일 탐색에 맞춰졌을 때 탐색에 쓰는 레이더 시간의 비율. 나머지는 방공과 추적에 씀. 공개되지 않음.

# Straight ahead, for the SPY-1A; high: 45 degrees to the side.
text-bda99a3e1e = SPY-1A의 정면 값. 최고값: 옆으로 45도.

# The low end for Block IIA.
text-f9aa367334 = 블록 IIA의 하한.

# The low end of 150 to 500 km.
text-fe4c99b170 = 150–500 km의 하한.

# The low end of 250 to 500 km; a test of 2003 hit at 137 km.
text-c892439199 = 250–500 km의 하한. 2003년의 한 시험은 137 km에서 명중.

# The low end of 70 to 500 km in a Korean simulation.
text-088db6303f = 한국의 한 시뮬레이션에 나온 70–500 km의 하한.

# The low end of 90 to 500 km for Block I; the vehicle sees and steers above the air only.
text-e619294302 = 블록 I의 90–500 km 가운데 하한. 요격체는 대기 위에서만 보고 조종함.

# The sea horizon; high: an estimate for clutter and the roll of the ship.
text-a3baff72b2 = 수평선. 최고값: 반사 잡음과 함정의 흔들림을 생각한 추정값.

# The top of 90 to 500 km; low: an estimate, half of it. The fly-out of this project is tabled to 360 km only, which then rules.
text-cea4530e5b = 90–500 km의 상한. 최저값: 그 절반으로 추정. 이 프로젝트의 비행 계산표는 360 km까지뿐이며, 그때는 그 값이 한계가 됨.

# Time between two looks at a ballistic track. Not published.
text-65b06da947 = 탄도미사일 추적에서 한 번 보고 다음에 볼 때까지의 시간. 공개되지 않음.

# Time for one round of the search fence. Not published; as for AN/TPY-2.
text-44e5defce8 = 탐색 울타리를 한 바퀴 도는 시간. 공개되지 않음. AN/TPY-2와 같게 봄.

# Time to judge whether the first shot hit, far away and above the air. Not published.
text-3f7247c8b9 = 멀리 대기 위에서 첫 발이 맞았는지 판단하는 시간. 공개되지 않음.

# Uncertainty of the position, one sigma along its longest axis, within which a track is firm. Not published; as for THAAD.
text-542e99bdaf = 추적이 확정되었다고 보는 위치 불확실성(가장 긴 축의 표준편차 하나). 공개되지 않음. 사드와 같게 봄.

# Uncertainty of the predicted point of intercept, one sigma along its longest axis, within which an interceptor is committed; the rest is corrected in flight. Not published; as for THAAD.
text-d1a026ef76 = 요격미사일을 쏘기로 하는 예상 요격점의 불확실성(가장 긴 축의 표준편차 하나). 나머지는 비행 중에 고침. 공개되지 않음. 사드와 같게 봄.

# Aegis Ashore in Romania with a radar in Turkey that follows all the way
text-1fabb79c67 = 끝까지 추적하는 튀르키예의 레이더를 둔 루마니아의 이지스 어쇼어

# The upper end beside the study europe, whose radar is that of the site alone. Everything but the radar is as there; the second site and the raid are left out.
text-4766294d74 = 기지 자체의 레이더만 둔 europe 시나리오 옆에 놓는 높은 쪽 끝입니다. 레이더 말고는 모두 그것과 같으며, 두 번째 기지와 동시 공격은 넣지 않았습니다.

# The radar at Kürecik has one face, which looks over 120 degrees towards Iran and loses a missile that flies on to Europe. Here it looks all round. That is no real radar: it stands for tracks that are handed on, from Kürecik to ships and to the site, without a gap. No public page says how well that works.
text-1521a22823 = 퀴레지크 레이더는 안테나가 한 면이며, 이란 쪽으로 120도를 보고 유럽으로 날아가는 미사일을 놓칩니다. 여기서는 모든 방향을 보게 했습니다. 이는 실제 레이더가 아니라, 퀴레지크에서 함정과 기지로 추적이 끊김 없이 넘어가는 경우를 대신합니다. 그것이 얼마나 잘되는지 밝힌 공개 문서는 없습니다.

# What is defended here and not in europe is therefore what hangs on data from elsewhere.
text-a33edb6c81 = 따라서 europe에서는 방어되지 않고 여기서는 방어되는 곳이 다른 곳의 자료에 달린 부분입니다.

# An assumption: the radar at Kürecik as if it looked all round, in place of tracks that are handed on. Position to 0.1 degrees; least elevation as published for Seongju.
text-02034fc58c = 가정: 넘겨받는 추적을 대신해, 퀴레지크 레이더가 모든 방향을 본다고 둔 것. 위치는 0.1도 단위, 최저 고각은 성주에 대해 공개된 값.

# THAAD on Guam, May 2025
text-8369f5319a = 괌의 사드, 2025년 5월

# One battery of six launchers and one radar is all that stands ashore, as the US audit office said on 22 May 2025. Guam has had THAAD since April 2013; until 2023 it stood on Northwest Field (Site Armadillo), since September 2023 at Site Excalibur in South Finegayan, municipality of Dededo.
text-a8c04c2a9e = 발사대 6기와 레이더 1기의 포대 하나가 육상에 있는 전부라고 미국 회계감사원이 2025년 5월 22일 밝혔습니다. 괌에는 2013년 4월부터 사드가 있습니다. 2023년까지는 노스웨스트 필드(사이트 아마딜로)에, 2023년 9월부터는 데데도의 사우스 피네가얀에 있는 사이트 엑스캘리버에 있습니다.

# North Korea's plan of August 2017, as its news agency gave it: four Hwasong-12, 3,356.7 km, 1,065 seconds, to fall 30 to 40 km off Guam. Pyongyang airport lies 3,412 km from the battery, and this model needs 1,048 seconds for that. The Hwasong-10 is left out: its range here, about 3,100 km, ends 200 km short of Guam, where the press gave up to 4,000 km. Missiles of intercontinental range are left out as well.
text-a13aa2b7e0 = 북한 통신사가 전한 2017년 8월의 계획은 화성-12 4발이 3,356.7 km를 1,065초에 날아 괌에서 30–40 km 떨어진 바다에 떨어진다는 것이었습니다. 평양 공항은 포대에서 3,412 km 떨어져 있고, 이 모델에서는 1,048초가 걸립니다. 화성-10은 넣지 않았습니다. 언론은 4,000 km까지 말했으나 여기서는 사거리가 약 3,100 km여서 괌에 200 km 못 미칩니다. 대륙간 사거리의 미사일도 넣지 않았습니다.

# The DF-26 is the missile that the press names with Guam. Only an arc is flown; its warhead is said to steer on the way down, which makes it harder to meet than it is here. The places are two at which pages by name put brigades or launchers.
text-9d073d5cf1 = 둥펑-26은 언론이 괌과 함께 거론하는 미사일입니다. 포물선 궤적만 계산합니다. 탄두가 내려오면서 조종된다고 하는데, 그러면 여기서보다 요격하기 어렵습니다. 발사 지점 두 곳은 공개 자료가 여단이나 발사차량이 있다고 지명을 밝힌 곳입니다.

# The answer turns on how fast a target THAAD can meet. In this model the Hwasong-12 comes down at 4.9 km/s, the DF-26 at 5.0 and the lofted Hwasong-12 at 5.4. The South Korean press gave THAAD Mach 14, read here as 4.8 km/s with a range of 4.4 to 5.1; at 4.8 it meets none of them, and with a limit of 5.6 it would meet all of them, at both ends of the island. The minister in Seoul said missiles of under 3,000 km, the research service of the US Congress limited capability from 3,000 to 5,000 km.
text-30348270c6 = 결과는 사드가 얼마나 빠른 표적을 요격할 수 있는지에 달려 있습니다. 이 모델에서 화성-12는 4.9 km/s, 둥펑-26은 5.0 km/s, 고각으로 쏜 화성-12는 5.4 km/s로 내려옵니다. 한국 언론은 사드에 대해 마하 14라 했고, 여기서는 4.8 km/s, 범위 4.4–5.1로 읽습니다. 4.8이면 어느 것도 요격하지 못하고, 한계가 5.6이면 섬의 양쪽 끝에서 모두 요격합니다. 한국 국방장관은 3,000 km 미만의 미사일이라 했고, 미국 의회조사국은 3,000–5,000 km에 대해서는 제한된 능력이라고 했습니다.

# Not modelled: what the Guam Defense System adds. Its decision of September 2025 names 16 sites; planned are SM-3 Block IIA, SM-6, THAAD and Patriot PAC-3 with land-based Aegis, first elements in fiscal year 2027 and the last by 2032. One panel of the radar AN/TPY-6 stands there as an experiment; no range of it is published.
text-c924dc3990 = 괌 방어 체계가 더할 것은 계산하지 않습니다. 2025년 9월의 결정은 16곳의 부지를 정했고, SM-3 블록 IIA, SM-6, 사드, 패트리엇 PAC-3와 지상형 이지스가 계획되어 있으며, 첫 요소는 2027 회계연도, 마지막은 2032년까지입니다. AN/TPY-6 레이더의 안테나 면 하나가 시험용으로 서 있으나 탐지거리는 공개되지 않았습니다.

# The ship with SM-3 Block IIA is an assumption with no ship as its low end. On 10 December 2024 a land launcher on Guam hit its target with that missile and a destroyer followed it; no page says that a ship is kept there.
text-d297de7c85 = SM-3 블록 IIA를 실은 함정은 가정이며, 최저값은 함정이 없는 것입니다. 2024년 12월 10일 괌의 지상 발사대가 이 미사일로 표적을 맞혔고 구축함 한 척이 표적을 추적했습니다. 그곳에 함정을 둔다는 자료는 없습니다.

# The places are the 19 municipalities with their people of the census of 1 April 2020, 153,836 in all. Each stands at one point, its village in GeoNames; a municipality is up to some 10 km wide. There is no grid.
text-c6926478f2 = 장소는 19개 지자체이며 인구는 2020년 4월 1일 인구조사의 값으로 모두 153,836명입니다. 저마다 GeoNames의 마을 위치 한 점으로 나타내는데, 지자체의 폭은 10 km 정도까지입니다. 격자는 없습니다.

# Site Excalibur, South Finegayan (Dededo)
text-c0d4136e99 = 사이트 엑스캘리버, 사우스 피네가얀(데데도)

# A US destroyer north-west of Guam (an assumption)
text-e97a58cb36 = 괌 북서쪽의 미국 구축함(가정)

# SM-3 Block IIA
text-83dcf2bd50 = SM-3 블록 IIA

# The four missiles of the plan of August 2017
text-88ba265615 = 2017년 8월 계획의 미사일 4발

# The number is sourced: four Hwasong-12 at once, by the North Korean news agency of 10 August 2017. They were to fall into the sea 30 to 40 km off Guam; where they are aimed here, the two bases by turns, is ours. No forecast.
text-7ba52a47c9 = 발수에는 출처가 있습니다. 2017년 8월 10일 북한 통신사에 따르면 화성-12 4발을 동시에 쏜다고 했습니다. 괌에서 30–40 km 떨어진 바다에 떨어질 것이라 했고, 여기서 번갈아 두 기지로 향하게 한 것은 우리가 정한 것입니다. 예측이 아닙니다.

# Six launchers and one radar by Stars and Stripes of 28 December 2023 and by the US audit office. Eight interceptors a launcher are the usual load; reloads are not published and not counted. The position is that of Dededo in GeoNames; the site lies some km to the north of it. The height is rounded to that of the northern plateau.
text-57fa7dc59d = 2023년 12월 28일 스타스 앤드 스트라이프스와 미국 회계감사원에 따르면 발사대 6기와 레이더 1기. 발사대마다 8발이 통상 적재량이며, 재장전은 공개되지 않아 세지 않습니다. 위치는 GeoNames의 데데도이며, 부지는 그곳에서 북쪽으로 몇 km 떨어져 있습니다. 높이는 북부 고원의 값을 반올림한 것입니다.

# The direction is not published. Seen from Guam the launch points lie between azimuths 309 (Xinyang) and 334 degrees (Mupyong-ri), North Korea alone between 330 and 334; 325 is an estimate between them, and the range is every direction whose view holds all of them.
text-46e78f113c = 방향은 공개되지 않았습니다. 괌에서 보면 발사 지점은 방위각 309도(신양)에서 334도(무평리) 사이에 있고, 북한만 보면 330–334도입니다. 325도는 그 사이의 추정값이며, 범위는 시야가 발사 지점을 모두 담는 모든 방향입니다.

# The missile of the plan of August 2017, here aimed at the island itself. Where the four were to start from was not said; they were to cross Shimane, Hiroshima and Kochi.
text-52bfe5eddb = 2017년 8월 계획의 미사일이며, 여기서는 섬 자체로 향하게 했습니다. 4발을 어디서 쏠지는 밝히지 않았고, 시마네·히로시마·고치를 지난다고 했습니다.

# At full burn, the high path: about 1,700 km high. No such flight towards Guam was ever announced; lofted tests of 2017 and 2022 peaked at 2,000 km and more over short distances. It comes down faster and steeper.
text-7d58037719 = 완전 연소의 높은 궤적으로, 고도 약 1,700 km. 괌을 향한 이런 비행은 발표된 적이 없습니다. 2017년과 2022년의 고각 시험은 짧은 거리를 2,000 km 이상의 정점 고도로 날았습니다. 더 빠르고 가파르게 내려옵니다.

# An arc of the least energy; the published range is 3,000 to 4,000 km, and Guam lies 3,680 to 3,750 km away.
text-d89f5442f7 = 최소 에너지 궤적. 공개된 사거리는 3,000–4,000 km이고 괌은 3,680–3,750 km 떨어져 있습니다.

# Sunan. Hwasong-12 over Japan on 29 August and 15 September 2017.
text-55ccdb79ec = 순안. 2017년 8월 29일과 9월 15일 화성-12가 일본 상공을 지남.

# Chagang. Hwasong-12 on 30 January 2022; on 4 October 2022 a missile of its class flew over Japan from here.
text-5421789b5e = 자강도. 2022년 1월 30일 화성-12. 2022년 10월 4일에는 같은 급의 미사일이 이곳에서 일본 상공을 지남.

# North Pyongan. Hwasong-12 on 14 May 2017, lofted.
text-dd495601fd = 평안북도. 2017년 5월 14일 화성-12, 고각.

# Launchers of DF-26 seen at a training site 9 km south of the town. Position of the town, to 0.1 degrees.
text-0c7db2825c = 읍 남쪽 9 km의 훈련장에서 둥펑-26 발사차량이 관측됨. 위치는 도시, 0.1도 단위.

# First brigade with DF-26, April 2018. Position of the town, to 0.1 degrees.
text-d70fa66dc2 = 둥펑-26의 첫 여단, 2018년 4월. 위치는 도시, 0.1도 단위.

# The battery itself: does it cover its own place? Position of Dededo in GeoNames.
text-4869fcd778 = 포대 자체. 자기 자리를 방어하는지 봅니다. 위치는 GeoNames의 데데도.

# US Air Force; 1,973 people lived on it in 2020.
text-d25e6ce232 = 미국 공군. 2020년에 1,973명이 기지 안에 살았음.

# US Navy. Position of Apra Harbor in GeoNames; the commercial port lies in the same harbour.
text-09aef6c535 = 미국 해군. 위치는 GeoNames의 아프라항이며, 상업 항만도 같은 항에 있음.

# US Marine Corps, just north of the battery. Position from memory, to 0.01 degrees.
text-481eb0f6f4 = 미국 해병대, 포대 바로 북쪽. 위치는 기억에 따라 0.01도 단위.

# The civil airport, in Tamuning.
text-1c83e8d32f = 민간 공항, 타무닝에 있음.

# The capital; 943 people in 2020.
text-a8efb79af0 = 수도. 2020년 인구 943명.

# Aegis ships and PAC-3 in Japan, January 2026
text-28b122dd81 = 일본의 이지스함과 PAC-3, 2026년 1월

# Japan defends in two layers: SM-3 from Aegis ships above the air, PAC-3 from land close to its place. Eight ships can do so, four Kongo, two Atago and two Maya, as counted in 2022 and 2024; PAC-3 has 24 fire units with 34 launchers, as counted in 2018 and 2020. No later count was found. How many ships are at sea on a day is not published.
text-2b2af96094 = 일본은 두 층으로 방어합니다. 대기권 위에서는 이지스함의 SM-3, 지상에서는 가까운 곳을 지키는 PAC-3입니다. 2022년과 2024년의 집계로 공고급 4척, 아타고급 2척, 마야급 2척 등 8척이 이를 할 수 있고, 2018년과 2020년의 집계로 PAC-3는 24개 사격부대와 발사대 34기입니다. 그 뒤의 집계는 찾지 못했습니다. 어느 날 바다에 몇 척이 있는지는 공개되지 않습니다.

# The ship under study carries SM-3 Block IIA. Where ships stand is not published: its position, some 200 km north of the Oki islands, is an assumption to the whole degree. So is that of a second ship off Shimane. The claim that two ships with Block IIA cover Japan instead of three is one of the press, of 2016.
text-143b3d44a7 = 대상이 되는 함정은 SM-3 블록 IIA를 싣습니다. 함정이 어디 있는지는 공개되지 않으며, 오키 제도 북쪽 약 200 km의 위치는 1도 단위의 가정입니다. 시마네 앞바다의 두 번째 함정도 마찬가지입니다. 블록 IIA를 실은 함정이면 3척 대신 2척으로 일본을 덮는다는 것은 2016년 언론의 주장입니다.

# The reach and the ceiling of SM-3 are figures of the press, 2,000 and 1,000 km for Block IIA and 500 km high for Block I. The fly-out of this project is tabled to 480 km over ground and 360 km high, and these rule: places far from the ship come out worse than the press has them.
text-c81fedb6c2 = SM-3의 사거리와 고도 상한은 언론의 수치로, 블록 IIA는 2,000 km와 1,000 km, 블록 I은 고도 500 km입니다. 이 프로젝트의 비행 계산표는 지상 거리 480 km, 고도 360 km까지이고 이것이 한계가 됩니다. 그래서 함정에서 먼 곳은 언론의 말보다 결과가 나쁩니다.

# The ship's radar stands for SPY-1D of all Japanese classes. The ships with SPY-7 are to come by March 2028 and March 2029; the first was being built in January 2026. SPY-7 has no range in public, five times the targets of SPY-1 by the words of Tokyo, and is left out. The two land sites that were given up in June 2020, at Akita and at Hagi and Abu, are sites to compare with.
text-212b4599ba = 함정의 레이더는 모든 일본 함급의 SPY-1D를 대신합니다. SPY-7을 실은 함정은 2028년 3월과 2029년 3월까지 올 예정이며, 첫 함정은 2026년 1월에 건조 중이었습니다. SPY-7은 탐지거리가 공개되지 않았고, 도쿄의 말로는 SPY-1의 5배의 표적을 추적한다고 하나 넣지 않았습니다. 2020년 6월에 포기된 두 지상 부지, 아키타와 하기·아부는 비교할 부지로 넣었습니다.

# The missiles: Hwasong-7 (Nodong) with 1,000 kg from the east coast and with 500 kg, with which it comes as far as Tokyo from the west; Hwasong-9 (Scud-ER); Pukguksong-2 on its high path; Hwasong-12 on a lofted path, as it flew in 2017 and 2022 into the Sea of Japan. Missiles that pull up or glide are not flown.
text-6e18573e82 = 미사일은 다음과 같습니다. 동해안에서 1,000 kg을 실은 화성-7(노동)과 서쪽에서 도쿄까지 닿는 500 kg의 화성-7, 화성-9(스커드-ER), 높은 궤적의 북극성-2, 2017년과 2022년에 동해로 날았던 것처럼 고각으로 쏜 화성-12입니다. 솟구치거나 활공하는 미사일은 계산하지 않습니다.

# On 4 October 2022 a missile of the Hwasong-12 class flew over Aomori, 4,600 km and 1,000 km high; Japan followed it and gave no order to shoot, because nothing was to fall on its land.
text-d893b52b31 = 2022년 10월 4일 화성-12급 미사일이 아오모리 상공을 지나 4,600 km를 1,000 km 고도로 날았습니다. 일본은 이를 추적했으나 영토에 떨어질 것이 없다고 보아 요격 명령을 내리지 않았습니다.

# Of 24 fire units of PAC-3 six are set here, at places that the press names, with two launchers each. US batteries in Japan are left out: where they stand on a day is not published.
text-7f3022c274 = PAC-3의 24개 사격부대 가운데 언론이 지명을 밝힌 6곳에 발사대를 2기씩 놓았습니다. 주일미군의 포대는 어느 날 어디 있는지 공개되지 않아 뺐습니다.

# An Aegis destroyer in the Sea of Japan (position assumed)
text-39f988fc33 = 동해의 이지스 구축함(위치 가정)

# The same destroyer, its Block IB
text-72bb8f8788 = 같은 구축함의 블록 IB

# A second destroyer off Shimane (position assumed)
text-f3c0ef989c = 시마네 앞바다의 두 번째 구축함(위치 가정)

# Ministry of Defense, Ichigaya
text-8003c79ad4 = 이치가야 방위성

# Camp Narashino
text-bc64ae17a3 = 나라시노 주둔지

# Iruma Air Base
text-253d0c2571 = 이루마 기지

# Gifu Air Base
text-eeee636268 = 기후 기지

# Ashiya Air Base
text-21819bc34a = 아시야 기지

# Tsuiki Air Base
text-761562d582 = 쓰이키 기지

# The four of 6 March 2017, and eight more
text-d3da73d48b = 2017년 3월 6일의 4발과 8발 더

# A raid to compare defences with, no forecast. Sourced: four Hwasong-9 in one salvo on 6 March 2017 from near Tongchang-ri, about 1,000 km each, into the sea. Ours: where they are aimed here, and the eight Hwasong-7 after them.
text-d40bba9b42 = 예측이 아니라 방어 체계를 비교하기 위한 동시 공격입니다. 출처가 있는 것: 2017년 3월 6일 동창리 부근에서 화성-9 4발을 한꺼번에 쏘아 저마다 약 1,000 km를 날아 바다에 떨어졌습니다. 우리가 정한 것: 여기서 향하는 곳과 그 뒤의 화성-7 8발.

# That Aegis ships with SM-3 are sent into the Sea of Japan is published, where they stand is not: the position is an assumption to the whole degree. The load is an estimate: eight Block IA a ship in 2017, and the 73 Block IIA approved are nine for each of eight ships.
text-c3ba4cb6cc = SM-3를 실은 이지스함을 동해로 보낸다는 것은 공개되었으나 어디에 있는지는 그렇지 않습니다. 위치는 1도 단위의 가정입니다. 적재량은 추정입니다. 2017년에는 함정마다 블록 IA 8발이었고, 승인된 블록 IIA 73발은 8척에 9발씩입니다.

# Four faces look all round. The catalogue's SPY-1D(V) stands for those of all Japanese classes.
text-6172407646 = 네 면이 사방을 봅니다. 카탈로그의 SPY-1D(V)가 모든 일본 함급의 레이더를 대신합니다.

# The Nodong with 1,000 kg: about 1,040 km in this model, to Kanto from the east coast alone.
text-a230c75afd = 1,000 kg을 실은 노동. 이 모델에서 약 1,040 km이며, 간토에는 동해안에서만 닿음.

# With 500 kg, a preset of the literature: about 1,290 km in this model, near the 1,300 km that Japan gives; the press says some ten minutes to Japan.
text-cd20446f08 = 500 kg을 실은 경우로 문헌의 기본값. 이 모델에서 약 1,290 km로 일본이 말하는 1,300 km에 가까움. 언론은 일본까지 10분 안팎이라고 함.

# The Scud-ER, about 1,000 km: western Japan. Three from Hwangju on 5 September 2016, four at once from near Tongchang-ri on 6 March 2017.
text-b8751ae763 = 스커드-ER, 약 1,000 km로 서일본까지. 2016년 9월 5일 황주에서 3발, 2017년 3월 6일 동창리 부근에서 한꺼번에 4발.

# A solid that cannot stop its motors early: at full burn the range fixes the apogee, and this is the high path. Its range here is about 1,170 km.
text-081e56955d = 엔진을 일찍 끌 수 없는 고체 미사일. 완전 연소에서는 사거리가 정점 고도를 정하며, 이것은 높은 궤적입니다. 여기서 사거리는 약 1,170 km입니다.

# At full burn, the high path: some 2,000 km high. On 30 January 2022 it flew 800 km so and fell into the Sea of Japan; places in Japan lie a little farther.
text-34a6f5eba2 = 완전 연소의 높은 궤적으로, 고도 약 2,000 km. 2022년 1월 30일에는 그렇게 800 km를 날아 동해에 떨어졌고, 일본의 장소들은 조금 더 멉니다.

# North Hwanghae. Hwasong-7 and Hwasong-9 in July to September 2016.
text-8ab7c75678 = 황해북도. 2016년 7–9월 화성-7과 화성-9.

# Kangwon, on the east side. Hwasong-7 in July 2006.
text-a0eb9f9cf3 = 강원도, 동쪽. 2006년 7월 화성-7.

# North Pyongan. Four Hwasong-9 from near here on 6 March 2017. Position of the satellite launching station.
text-050d7acd88 = 평안북도. 2017년 3월 6일 이 부근에서 화성-9 4발. 위치는 위성 발사장.

# North Pyongan. Pukguksong-2 on 12 February 2017.
text-927e88b4bc = 평안북도. 2017년 2월 12일 북극성-2.

# Chagang. Hwasong-12 on 30 January 2022, lofted; on 4 October 2022 a missile of its class flew over Japan from here.
text-d33d34a604 = 자강도. 2022년 1월 30일 화성-12, 고각. 2022년 10월 4일에는 같은 급의 미사일이 이곳에서 일본 상공을 지남.

# Capital, 9.7 million people in the wards.
text-ff52e6ff34 = 수도, 구 지역 인구 970만.

# 3.8 million people.
text-0470b9ff15 = 인구 380만.

# 2.8 million people.
text-8a6d377041 = 인구 280만.

# 2.3 million people.
text-433655789e = 인구 230만.

# 2.0 million people.
text-fa639afb00 = 인구 200만.

# 1.6 million people.
text-2075222961 = 인구 160만.

# 1.5 million people; port.
text-3ec4e0f777 = 인구 150만, 항구.

# 1.5 million people.
text-830f0a4d99 = 인구 150만.

# 1.1 million people.
text-2b80fd6a1d = 인구 110만.

# 0.80 million people; port.
text-dbc6cac1c4 = 인구 80만, 항구.

# 0.32 million people; Okinawa.
text-fc17e1cc57 = 인구 32만, 오키나와.

# In Shinjuku ward of Tokyo; position of the ward.
text-d9c04d2363 = 도쿄 신주쿠구. 위치는 구의 값.

# Headquarters of US Forces Japan.
text-1fa3d0391b = 주일미군 사령부.

# US 7th Fleet and Japanese fleet base. Position of the town.
text-347212b523 = 미국 제7함대와 일본의 함대 기지. 위치는 도시.

# US and Japanese fleet base, a home port of Aegis ships. Position of the town.
text-758b35b809 = 미국과 일본의 함대 기지, 이지스함의 모항. 위치는 도시.

# Japanese fleet base, a home port of Aegis ships. Position of the town.
text-68b6370692 = 일본의 함대 기지, 이지스함의 모항. 위치는 도시.

# US and Japanese air base.
text-159d55577d = 미국과 일본의 공군 기지.

# US Marine Corps and Japanese navy.
text-bea5e90be4 = 미국 해병대와 일본 해상자위대.

# US Air Force; Okinawa.
text-ed6d0e0193 = 미국 공군, 오키나와.

# 1st Air Defense Missile Group.
text-21d78a7812 = 제1고사군(1st).

# 4th Air Defense Missile Group.
text-42acb7d540 = 제4고사군(4th).

# Japanese air base, with PAC-3 MSE from 2020.
text-546df50e0c = 일본 항공 기지, 2020년부터 PAC-3 MSE.

# US radar AN/TPY-2 since 26 December 2014. Position to 0.1 degrees.
text-56831cfc33 = 2014년 12월 26일부터 미국 레이더 AN/TPY-2. 위치는 0.1도 단위.

# US radar AN/TPY-2 since 26 September 2006. Position of the town of Tsugaru.
text-a6cd3fb02d = 2006년 9월 26일부터 미국 레이더 AN/TPY-2. 위치는 쓰가루시.

# The low end printed for Block IIA. The vehicle sees and steers above the air only. The range is that of Block IB.
text-7b54f69834 = 블록 IIA에 대해 적힌 낮은 끝. 요격체는 대기권 위에서만 보고 조종함. 범위는 블록 IB의 것.

# The low end for Block I.
text-793a1362bb = 블록 I의 낮은 끝.

# A figure of the press. Low: that of Block I. The fly-out of this project is tabled to 360 km only, which then rules.
text-d7a56de321 = 언론의 수치. 최저값: 블록 I의 값. 이 프로젝트의 비행 계산표는 360 km까지이고 그때는 이것이 한계가 됨.

# 1,000 km and more; a copy.
text-ff72b4e032 = 1,000 km 이상. 사본.

# A figure of the press; whether it is flight over ground or slant range is not said. Low: the test of December 2024 hit more than 370 km from Guam, the farthest that a page shows. High: the rival. The fly-out of this project is tabled to 480 km over ground only, which then rules.
text-d14534b166 = 언론의 수치이며, 지상 거리인지 직선거리인지 밝히지 않음. 최저값: 2024년 12월 시험에서 괌에서 370 km 넘게 떨어진 곳에서 맞혔고, 자료로 확인되는 가장 먼 값. 최고값: 다른 수치. 이 프로젝트의 비행 계산표는 지상 거리 480 km까지이고 그때는 이것이 한계가 됨.

# More than 200 nautical miles: where the target of one test was hit, no limit.
text-18b8bc6adf = 200해리 이상. 한 시험에서 표적이 맞은 곳이며 한계가 아님.

# Not published. A missile of 5,500 km range comes at about 6 km/s; on 16 November 2020 a target of the intercontinental class was hit. Low: the figure for Block IB.
text-7f8beea33d = 공개되지 않음. 사거리 5,500 km의 미사일은 약 6 km/s로 옴. 2020년 11월 16일에는 대륙간급 표적을 맞힘. 최저값: 블록 IB의 수치.

# Test of Chokai on 20 November 2008 with Block IA: target up at 16:21, shot at 16:24, to the minute. Low: the 90 s of a test of Block IB in 2011; high: the 200 s of the Korean simulation for THAAD. No chain time for combat is published.
text-8150af35ba = 2008년 11월 20일 초카이의 블록 IA 시험: 표적 발사 16:21, 요격미사일 발사 16:24, 분 단위. 최저값: 2011년 블록 IB 시험의 90 s. 최고값: 사드에 대한 한국 모의실험의 200 s. 실전의 값은 공개되지 않음.

# Half again as fast as the SM-3 then on the ships, for which 3.0 km/s is recalled: 1.5 x 3.0. Low: 1.5 x 2.68 of the page on Block IB. High: as recalled from the literature (National Research Council 2012); not read again. No page gives a speed in km/s.
text-5347e821e3 = 당시 함정에 있던 SM-3보다 반쯤 더 빠르다는 것으로, 그 값으로 기억하는 3.0 km/s의 1.5배: 1.5 x 3.0. 최저값: 블록 IB 자료의 1.5 x 2.68. 최고값: 문헌(미국 국립연구회의 2012)에서 기억한 값이며 다시 읽지 못함. km/s로 밝힌 자료는 없음.

# As for Block IB. The one burn ends inside the air, while the real stages push on above it, so little may be lost to drag: high stands for that. Low is the third stage with nose and vehicle, some 120 kg behind 0.22 m2 with a drag coefficient of 0.35. Above 80 km it does not matter.
text-97c083eb96 = 블록 IB와 같음. 한 번의 연소는 대기 속에서 끝나지만 실제 단들은 그 위에서도 밀어 주므로 항력 손실이 적을 수 있음. 최고값이 이를 나타냄. 최저값은 덮개와 요격체를 단 셋째 단, 약 120 kg, 단면적 0.22 m2, 항력계수 0.35. 80 km 위에서는 영향이 없음.

# Korea's own layers of 2028: L-SAM and Cheongung-II, a plan
text-1e1e16e69b = 2028년 한국의 자체 방어층: L-SAM과 천궁-Ⅱ, 계획

# A plan and no state of things. L-SAM: development ended in November 2024; interceptors, launchers and radars were ordered in October and November 2025, to be delivered by 2030, the first in service from 2027. The medium plan of December 2023 has L-SAM and Cheongung-II in the field by 2028. Orders slip; read every count from its low end.
text-b7c2b2ee2a = 상태가 아니라 계획입니다. L-SAM은 2024년 11월에 개발이 끝났고, 2025년 10월과 11월에 요격미사일·발사대·레이더가 발주되어 2030년까지 납품되며 2027년부터 배치됩니다. 2023년 12월의 중기계획은 2028년까지 L-SAM과 천궁-Ⅱ(Cheongung-II)를 전력화한다고 했습니다. 계획은 늦어지곤 하므로 모든 수는 최저값부터 읽어야 합니다.

# How many L-SAM batteries stand by 2028 is not published; four was the plan of 2016. One is set here, and its place near Cheonan is an assumption, as in korea-layers: from there its published reach covers the capital region. L-SAM is the battery under study: the maps and shares of people are its own.
text-db8c4690b5 = 2028년까지 L-SAM 포대가 몇 개인지는 공개되지 않았고, 2016년의 계획은 4개였습니다. 여기서는 하나를 놓았으며, 천안 부근이라는 위치는 2028년께 다층 방어 시나리오와 같은 가정입니다. 거기서는 공개된 사거리가 수도권을 덮습니다. 대상 포대는 L-SAM이며, 지도와 인구 비율은 L-SAM의 것입니다.

# Cheongung-II: seven batteries of the first programme were complete in 2024, and the second turns Cheongung I into II until 2027; its number is not published. Where they stand is not published: three are set here, in Seoul, near Pyeongtaek and in Daegu, as examples.
text-7441a1dcc3 = 천궁-Ⅱ: 1차 사업의 7개 포대는 2024년에 완료되었고, 2차 사업은 2027년까지 천궁-Ⅰ을 천궁-Ⅱ로 바꾸며 그 수는 공개되지 않았습니다. 위치도 공개되지 않아 서울, 평택 부근, 대구의 3곳을 예로 놓았습니다.

# THAAD at Seongju as of the last report, 21 April 2026: two reports disagree, none and six launchers; 0 stands as the lower end and says no more than that. Nothing later was found. The US Patriot batteries are those of the study of April 2026, each from 0.
text-c970df7d81 = 성주의 사드는 2026년 4월 21일의 마지막 보도에 따릅니다. 두 보도가 엇갈려 발사대 0기와 6기이며, 0은 낮은 끝일 뿐 그 이상을 뜻하지 않습니다. 그 뒤의 보도는 찾지 못했습니다. 주한미군 패트리엇 포대는 2026년 4월 시나리오와 같으며 저마다 0부터입니다.

# Left out because it comes later: SM-3 for the Korean ships, some 20 missiles from 2026 to 2032, of which none is dated by 2028; the rocket-artillery defence LAMD, 2029 to 2033; L-SAM-II, in development, with a programme to 2035; Cheongung Block III, developed until 2030. Their numbers stand in part in public, their dates say that they are not there.
text-ed2bb61095 = 더 늦게 오므로 뺀 것: 2026년부터 2032년까지 약 20발의 한국 함정용 SM-3(2028년까지로 적힌 것은 없음), 2029–2033년의 장사정포요격체계(LAMD), 개발 중이며 사업이 2035년까지인 L-SAM-II, 2030년까지 개발하는 천궁 블록 III. 수치의 일부는 공개되어 있으나, 일정에 따르면 그때 없습니다.

# Left out because too little is public: SM-6 for three ships, up to 38 approved in November 2023, whose first delivery has no date and whose reach against ballistic missiles no page gives; the second missile of L-SAM, against aircraft. The Green Pine radars, two of Block B and one or two of Block C, warn and serve no battery here.
text-f14a33dee6 = 공개된 것이 너무 적어 뺀 것: 2023년 11월에 38발까지 승인된 3척의 SM-6(첫 납품일이 없고 탄도미사일에 대한 사거리를 밝힌 자료가 없음), 항공기용인 L-SAM의 두 번째 미사일. 그린파인 레이더(블록 B 2기, 블록 C 1–2기)는 경보를 주며 여기서 어떤 포대도 돕지 않습니다.

# The ship with SM-3 of korea is left out: no source puts one there, and this study is about what Korea has ordered.
text-e6ad3a81ee = 2017년 9월 성주 시나리오의 SM-3 함정은 뺐습니다. 그곳에 함정을 둔다는 자료가 없고, 이 시나리오는 한국이 발주한 것에 관한 것입니다.

# Threats, assets, grid and the raid are those of korea, so that only the defence differs. Missiles that came later (KN-23, KN-24, KN-25, Hwasong-16B) are not flown, as there.
text-324b598543 = 위협, 방어 대상, 격자, 동시 공격은 2017년 9월 성주 시나리오와 같아서 방어 체계만 다릅니다. 더 늦게 나온 미사일(KN-23, KN-24, KN-25, 화성-16B)은 거기서처럼 계산하지 않습니다.

# An L-SAM battery near Cheonan (place assumed)
text-deb2691090 = 천안 부근의 L-SAM 포대(위치 가정)

# assumed place near Pyeongtaek
text-d823614b75 = 평택 부근의 가정 위치

# assumed place in Daegu
text-e6423efd1d = 대구의 가정 위치

# Ordered in November 2025, to be delivered by 2030; in service from 2027 by the plan. The place is an assumption: south of the capital region, from where its reach covers it. Four launchers as in the catalogue; low: two with the missile against aircraft alone; high: the catalogue's.
text-681defd669 = 2025년 11월에 발주되어 2030년까지 납품되며, 계획으로는 2027년부터 배치. 위치는 가정으로, 사거리가 수도권을 덮는 그 남쪽. 발사대 수는 카탈로그처럼 4기. 최저값: 2기는 항공기용 미사일만 싣는 경우. 최고값: 카탈로그의 최고값.

# Assumed beside its launchers and turned towards the launch points, which lie between azimuths 330 and 26 degrees from there.
text-62a99a7493 = 발사대 옆에 있으며 발사 지점 쪽을 향한다고 가정. 발사 지점은 그곳에서 방위각 330–26도 사이에 있음.

# Above 40 km; high: the lower end of 50 to 60 km, low: an estimate.
text-57472dfbe7 = 40 km 위. 최고값: 50–60 km의 낮은 끝. 최저값: 추정.

# The lower end of 50 to 60 km.
text-38684a7848 = 50–60 km의 낮은 끝.

# The top of 40 to 60 km.
text-8191d46892 = 40–60 km의 높은 끝.

# The top of 50 to 60 km.
text-029c36443a = 50–60 km의 높은 끝.

# The top of 40 to 70 km; a blog says the same.
text-56edfc2441 = 40–70 km의 높은 끝. 한 블로그도 같은 값.

# One page; it may hold for the second missile of the system, against aircraft. Low: an estimate for that case. Read here as slant range from launcher to intercept.
text-c9c511871c = 한 자료. 항공기용인 이 체계의 두 번째 미사일의 값일 수 있음. 최저값: 그 경우의 추정. 여기서는 발사대에서 요격점까지의 직선거리로 읽음.

# Not published; between PAC-3 and THAAD. Low: a lofted Nodong; high: a missile of 2,000 km range.
text-3f46076be2 = 공개되지 않음. PAC-3와 사드의 사이. 최저값: 고각으로 쏜 노동. 최고값: 사거리 2,000 km의 미사일.

# Nobody published a chain time. Near the 200 s of the Korean simulation for THAAD, a little less for one national chain of command.
text-2d5717377e = 이 시간을 공개한 곳은 없음. 사드에 대한 한국 모의실험의 200 s에 가깝고, 한 나라의 지휘 계통이므로 조금 짧게 둠.

# Time to judge from the debris whether the first shot hit. Not published; as for THAAD.
text-2fb7f03343 = 파편으로 첫 발이 맞았는지 판단하는 시간. 공개되지 않음. 사드와 같음.

# Not published; an upper-layer radar must look high.
text-0af9425335 = 공개되지 않음. 상층 방어용 레이더는 높이 보아야 함.

# Elevation of the antenna's normal. Not published; photographs show a face that leans back.
text-2ec783aad3 = 안테나 정면이 향하는 고각. 공개되지 않았으며, 사진에서는 뒤로 기운 면이 보임.

# Not published; the usual limit of a phased array.
text-c8034f88cd = 공개되지 않음. 위상배열의 통상적인 한계.

# Time between two looks at a track. Not published.
text-9fc322b8ba = 추적에서 두 번 보는 사이의 시간. 공개되지 않음.

# Wavelength / width for 2.8 m at 3.2 GHz is 1.9 deg.
text-6ce0ff2233 = 파장 / 너비: 2.8 m, 3.2 GHz에서 1.9도.

# Not published. One equivalent stage: between PAC-3 MSE (1.7) and THAAD (2.8), nearer to THAAD because it must climb to 60 km. High: THAAD's figure.
text-8453400991 = 공개되지 않음. 한 단으로 본 값. PAC-3 MSE(1.7)와 사드(2.8)의 사이이며, 60 km까지 올라가야 하므로 사드에 가까움. 최고값: 사드의 수치.

# Geometric mean of the ends, as for THAAD. Low: the vehicle in its shroud, 60 kg behind 0.126 m2 (0.4 m) with a drag coefficient of 0.27. High: on its burnt-out motor, 390 kg with 0.19. When they separate is not published.
text-4c56804ae5 = 양쪽 끝의 기하평균, 사드와 같음. 최저값: 덮개를 쓴 요격체, 60 kg, 단면적 0.126 m2(0.4 m), 항력계수 0.27. 최고값: 연소를 마친 추진체에 붙어 390 kg, 항력계수 0.19. 언제 분리되는지는 공개되지 않음.

# Recalled as 310 km for aircraft; no page gives it with a cross section, and none was read again.
text-d17478f0a9 = 항공기에 대해 310 km로 기억. 반사 단면적과 함께 밝힌 자료는 없고, 다시 읽은 것도 없음.

# Time for one round of the search. Not published; between the Patriot radar and AN/TPY-2.
text-aa5c030d49 = 탐색을 한 번 도는 시간. 공개되지 않음. 패트리엇 레이더와 AN/TPY-2의 사이.

# Not published; between the Patriot radar and SPY-1D.
text-f3b5107233 = 공개되지 않음. 패트리엇 레이더와 SPY-1D의 사이.

# Fifty-two missiles in four waves
text-9c72d31e8b = 미사일 52발, 네 차례

# A raid to compare defences with, no forecast: forty missiles as in korea, and twelve KN-25 with the first of them. Of the twelve the number, the range of 340 km, the apogee of 80 km, the day and the place are sourced: 14 March 2026, Pyongyang airport, one day after the date of this study, into the sea. Where they are aimed here is ours. Fifty-two are more than the 24 that 48 interceptors can meet in pairs.
text-5e568e6f25 = 예측이 아니라 방어 체계를 비교하기 위한 동시 공격입니다. 2017년 9월 성주 시나리오의 40발에 첫 차례와 함께 날아오는 KN-25 12발을 더했습니다. 12발에 대해서는 발수, 340 km의 거리, 80 km의 정점 고도, 날짜와 장소에 출처가 있습니다. 2026년 3월 14일 평양 공항에서 바다로 쏘았으며, 이 시나리오의 날짜보다 하루 뒤입니다. 여기서 향하는 곳은 우리가 정한 것입니다. 52발은 요격미사일 48발이 두 발씩 상대할 수 있는 24발보다 많습니다.

# A raid to compare defences with, no forecast: forty missiles as in korea, and twelve KN-25 with the first of them. Of the twelve the number, the range of 340 km, the apogee of 80 km, the day and the place are sourced: 14 March 2026, Pyongyang airport, five weeks before the date of this study, into the sea. Where they are aimed here is ours. Fifty-two are more than the 24 that 48 interceptors can meet in pairs.
text-33052e2113 = 예측이 아니라 방어 체계를 비교하기 위한 동시 공격입니다. 2017년 9월 성주 시나리오의 40발에 첫 차례와 함께 날아오는 KN-25 12발을 더했습니다. 12발에 대해서는 발수, 340 km의 거리, 80 km의 정점 고도, 날짜와 장소에 출처가 있습니다. 2026년 3월 14일 평양 공항에서 바다로 쏘았으며, 이 시나리오의 날짜보다 5주 앞입니다. 여기서 향하는 곳은 우리가 정한 것입니다. 52발은 요격미사일 48발이 두 발씩 상대할 수 있는 24발보다 많습니다.

# Municipality; people of the census of 1 April 2020, one point for all of them.
text-cc123f0730 = 지자체. 인구는 2020년 4월 1일 인구조사의 값이며 한 점으로 나타냄.

# Two AN/TPY-2 stand in Japan, at Shariki since 2006 and at Kyogamisaki since 2014. The second ship gets its data from the radar at Kyogamisaki alone, as a launch on the data of another sensor; what its own radar adds is left out. Much hangs on this: by its own radar the ship under study covers most people with every number at its value and hardly any over the draws, because the range of that radar is known so badly; with the view of Kyogamisaki in its place it covers most of them over the draws too: the study japan-remote. Shariki, which looks at the north of the Sea of Japan, serves no battery here. The Japanese radars FPS-5 (four) and FPS-7 have no range with a cross section in public and are left out.
text-fd1f900d05 = 일본에는 AN/TPY-2가 2기 있습니다. 샤리키에는 2006년부터, 교가미사키에는 2014년부터입니다. 두 번째 함정은 다른 센서의 자료로 발사하는 것으로 보아 교가미사키 레이더의 자료만 받으며, 함정 자체 레이더가 더하는 것은 넣지 않았습니다. 많은 것이 여기에 달려 있습니다. 대상 함정은 자체 레이더로는 모든 수를 값에 둘 때 대부분의 인구를 덮지만 표본에서는 거의 덮지 못하는데, 이 레이더의 탐지거리가 잘 알려져 있지 않기 때문입니다. 교가미사키의 시야로 바꾸면 표본에서도 대부분을 덮습니다. 이것은 시나리오 japan-remote입니다. 동해 북부를 보는 샤리키는 여기서 어떤 포대도 돕지 않습니다. 일본의 레이더 FPS-5(4기)와 FPS-7은 반사 단면적이 붙은 탐지거리가 공개되지 않아 뺐습니다.

# The ship of the Sea of Japan with the radar at Kyogamisaki
text-58f440eb2b = 교가미사키 레이더를 쓰는 동해의 함정

# One thing differs from the study japan: the ship fires by the view of the AN/TPY-2 at Kyogamisaki alone, a launch on the data of another sensor, as tests of Block IIA were. What its own radar adds is left out. Whether Japanese and US units exchange data of that quality every day is not published.
text-2bd896e375 = 시나리오 japan과 다른 것은 하나입니다. 함정이 교가미사키의 AN/TPY-2의 시야만으로, 곧 블록 IIA의 시험에서처럼 다른 센서의 자료로 발사합니다. 함정 자체 레이더가 더하는 것은 넣지 않았습니다. 일본과 미국의 부대가 그런 품질의 자료를 날마다 주고받는지는 공개되지 않았습니다.

# Position of the ship, load, missiles, assets and grid are those of japan, so that only the radar differs. There is no raid and no other layer.
text-6c08c84779 = 함정의 위치, 적재량, 미사일, 방어 대상, 격자는 시나리오 japan과 같아서 레이더만 다릅니다. 동시 공격도 다른 방어층도 없습니다.

# The claim that two ships with Block IIA cover Japan instead of three is one of the press, of 2016; the ministry said the same of two land sites. Set the map beside it.
text-e0e3679b9f = 블록 IIA를 실은 함정이면 3척 대신 2척으로 일본을 덮는다는 것은 2016년 언론의 주장이며, 방위성도 두 지상 부지에 대해 같은 말을 했습니다. 지도를 그 옆에 놓고 보십시오.

# The radar at Kyogamisaki, whose view the ship is taken to use. Its direction is not published: seen from there the launch points lie between azimuths 294 and 321 degrees. Position to 0.1 degrees; the height is a rounded guess at the coast.
text-7e82812e31 = 교가미사키의 레이더이며, 함정이 그 시야를 쓰는 것으로 봄. 방향은 공개되지 않음. 거기서 보면 발사 지점은 방위각 294–321도 사이에 있음. 위치는 0.1도 단위이고 높이는 해안의 값을 어림한 것.

# A missile from Yemen fell beside it on 4 May 2025.
text-de1e4939d0 = 2025년 5월 4일 예멘에서 날아온 미사일이 그 옆에 떨어졌습니다.

# About 200 missiles in two waves, 1 October 2024
text-712867bb4c = 2024년 10월 1일, 두 차례에 걸친 미사일 약 200발

# About 800 km, said of all radars of the type.
text-40d61b733b = 약 800 km. 이 형식의 레이더 전체에 대한 말.

# Arrow 2
text-d005921829 = 애로-2

# Arrow 3
text-29daf47f37 = 애로-3

# Block B when it was chosen: missiles at more than 500 km.
text-82d69f1a7a = 도입 결정 당시의 블록 B: 500 km 넘는 거리의 미사일.

# Block B, 600 km or more.
text-0d94460e45 = 블록 B, 600 km 이상.

# Block C: 800 km or more; low: Block B, 600 km or more. No source states the cross section. High: recalled figure for Block C.
text-e26c235dff = 블록 C: 800 km 이상. 최저: 블록 B, 600 km 이상. 반사면적을 밝힌 출처는 없음. 최고: 블록 C에 대해 기억한 수치.

# Counts differ: about 180 by the Israeli military, about 200 by the Pentagon. The military said that most were intercepted and gave no number, so none is printed here.
text-95078704ce = 집계는 서로 다릅니다. 이스라엘군은 약 180발, 미 국방부는 약 200발이라고 했습니다. 군은 대부분 요격했다고만 하고 수는 밝히지 않았으므로 여기에도 적지 않습니다.

# David's Sling (Stunner)
text-01865bf75d = 다윗의 돌팔매 (스터너)

# David's Sling was made against targets fired from 40 to 300 km, so missiles from Iran lie outside its published class; here it shoots at what is slow enough for it.
text-5865a4bf89 = 다윗의 돌팔매는 40–300 km에서 쏜 표적을 막으려고 만든 것이어서, 이란에서 오는 미사일은 공개된 대상 범위 밖입니다. 여기서는 요격할 수 있을 만큼 느린 것을 쏩니다.

# Dwell on a tracked target. Not published; taken as for AN/TPY-2.
text-b78b054161 = 추적 표적 조사 시간. 공개되지 않음. AN/TPY-2와 같게 둠.

# Elevation of the antenna's normal. Not published; photographs show a face that leans back a little.
text-fe8ec2a2ce = 안테나 정면이 향하는 고각. 공개되지 않음. 사진에서는 정면이 조금 뒤로 기울어 있음.

# From firm track to interceptor launch. Not published; as for THAAD or quicker, with one national chain of command.
text-76a6650bf1 = 추적 확립부터 요격미사일 발사까지. 공개되지 않음. 사드와 같거나, 한 나라의 지휘 체계이므로 더 빠르게 둠.

# Green Pine belongs to Arrow. Its direction is an estimate: towards the launch areas, which lie between azimuths 70 and 82 from here. The catalogue takes 800 km; a German page of 2008 printed about 960 km for the radar of Arrow. All its other numbers are those taken for the Korean radars of this type, which guide no interceptor.
text-7d66361f88 = 그린파인은 애로의 레이더입니다. 방향은 추정으로, 여기서 방위각 70–82도에 있는 발사 지역 쪽입니다. 목록의 값은 800 km이며, 2008년의 독일 자료는 애로의 레이더를 약 960 km로 적었습니다. 나머지 수치는 모두 같은 형식의 한국 레이더에 대해 쓴 것이며, 한국 레이더는 요격미사일을 유도하지 않습니다.

# Hatzor, for central Israel
text-fbbf68b70a = 하초르 (이스라엘 중부)

# Israel on 1 October 2024, before THAAD
text-ff524f1b82 = 2024년 10월 1일의 이스라엘, 사드 배치 전

# L-band, 500 km, in an interview with Wu Riqiang; agrees with Block B.
text-99190c864a = 우르창 인터뷰의 L-밴드, 500 km. 블록 B와 맞음.

# Launch areas of that day are not published; those named for June 2025 stand in their place, as towns to 0.1 degrees.
text-a1ec2b4565 = 그날의 발사 지역은 공개되지 않았습니다. 2025년 6월에 거론된 곳을 대신 쓰며, 도시 위치를 0.1도까지 적었습니다.

# Little of Arrow is published. The ceiling is the number that changes most: 10 to 40 km was given in 1998, and an intercept of October 2023 is said to have been above 100 km. The reach is what a test of 2001 showed at least. Read the ends.
text-6914b899ee = 애로에 대해 공개된 것은 적습니다. 결과를 가장 크게 바꾸는 수치는 요격 고도 상한입니다. 1998년에는 10–40 km라고 했고, 2023년 10월의 요격은 100 km보다 높았다고 합니다. 요격 거리는 2001년 시험에서 드러난 최소한의 값입니다. 양 끝을 함께 보십시오.

# Named among the places where pieces or missiles fell on 1 October 2024.
text-455f463e80 = 2024년 10월 1일 파편이나 미사일이 떨어진 곳으로 거론되었습니다.

# Named among the places where something fell on 1 October 2024; the military said a day later that bases had been struck, and named none.
text-d3e92e4636 = 2024년 10월 1일 무언가가 떨어진 곳으로 거론되었습니다. 군은 하루 뒤 기지들이 맞았다고 했으나 이름은 밝히지 않았습니다.

# No THAAD: it was announced on 13 October and its first parts came on 14 October 2024. Iron Dome and Patriot are left out.
text-894acc77a4 = 사드는 없습니다. 2024년 10월 13일에 발표되었고 10월 14일에 첫 장비가 도착했습니다. 아이언돔과 패트리엇은 넣지 않습니다.

# Nobody published a chain time. Between the 90 s of one test of SM-3 and the 200 s of the Korean simulation for THAAD.
text-bb289c3027 = 전체 소요 시간을 공개한 곳은 없음. SM-3 시험 한 번의 90초와 사드에 대한 한국 모의실험의 200초 사이.

# Not published on any page read. Mach 9 is recalled for the system; 9 x 340.29 m/s at sea level is 3.06 km/s, which two stages may reach high in the air. One equivalent burn of a missile of this mass and width reaches 2.2 km/s with a usual share of propellant, and 2.5 km/s with hardly any structure.
text-1d229cc2f1 = 읽은 자료 어디에도 없음. 체계 전체는 마하 9로 기억함. 해수면에서 9 x 340.29 m/s는 3.06 km/s로, 두 단이라면 높은 고도에서 낼 수도 있음. 이만한 질량과 굵기의 미사일을 한 번의 연소로 나타내면 통상적인 추진제 비율로 2.2 km/s, 구조물이 거의 없다면 2.5 km/s에 이름.

# Not published. Missiles of 1,600 to 2,000 km range, which it has met, come down at 3.5 to 4.2 km/s by this project.
text-ed196fe63b = 공개되지 않음. 실제로 요격한 사거리 1,600–2,000 km의 미사일은 이 프로젝트의 계산으로 3.5–4.2 km/s로 내려옴.

# Not published. The nose alone after both stages: 180 kg behind about 0.15 m2 with a drag coefficient of 0.3; with its burnt-out stage more. The ends: a blunt nose, and a slender body with its stage.
text-ae569ff04f = 공개되지 않음. 두 단이 끝난 뒤의 앞부분만: 약 0.15 m2에 180 kg, 항력계수 0.3. 다 탄 단이 붙어 있으면 더 큼. 양 끝: 뭉툭한 앞부분, 그리고 단이 붙은 가는 동체.

# Not published; an early-warning radar looks at the horizon, and hills raise it.
text-972ef907eb = 공개되지 않음. 조기경보 레이더는 지평선을 보며, 언덕이 그 각도를 높임.

# Palmachim air base
text-2e9d0ec7bc = 팔마힘 공군기지

# Port and refineries.
text-20e91335e3 = 항구와 정유소.

# Range 1,400 km: only from the west of Iran. Manoeuvres; see the notes.
text-b5058b5dbd = 사거리 1,400 km: 이란 서부에서만 닿습니다. 기동합니다. 설명을 보십시오.

# Range 1,450 km: only from the west of Iran. Manoeuvres in the air; see the notes.
text-6458ef7518 = 사거리 1,450 km: 이란 서부에서만 닿습니다. 대기권에서 기동합니다. 설명을 보십시오.

# Range 1,700 km: reaches most of Israel from central Iran. The vehicle is guided in re-entry; see the notes.
text-0fb5927286 = 사거리 1,700 km: 이란 중부에서 이스라엘 대부분에 닿습니다. 재진입체가 유도됩니다. 설명을 보십시오.

# Range 1,950 km: reaches all of Israel from central Iran.
text-f435bf746f = 사거리 1,950 km: 이란 중부에서 이스라엘 전역에 닿습니다.

# Recalled as about 50 km from handbooks; not read again.
text-e5d0d60c58 = 편람에서 약 50 km로 기억함. 다시 읽지 못함.

# Recalled for Block C; not read again.
text-0eaafd2383 = 블록 C에 대해 기억함. 다시 읽지 못함.

# Share of radar time for search; more than for AN/TPY-2, because the radar guides no interceptor in South Korea. Not published.
text-b32f4f85a3 = 레이더 시간 가운데 탐색에 쓰는 비율. 한국에서는 요격미사일을 유도하지 않으므로 AN/TPY-2보다 큼. 공개되지 않음.

# The 2,400 km of Arrow 3 is a distance of the launch or the range of its target, no reach to an intercept. Its reach and its ceiling are not published and are estimates here.
text-9df9c6cb92 = 애로-3의 2,400 km는 발사 지점까지의 거리이거나 표적의 사거리이며, 요격 지점까지의 거리가 아닙니다. 요격 거리와 고도 상한은 공개되지 않았고 여기서는 추정입니다.

# The Pentagon counted about 200, the Israeli military about 180. A second wave ten minutes after the first is told by one page of low confidence. Equal parts of four missiles, one every four seconds of each kind, and targets in turn are assumptions. Missiles that failed after launch, about half in April 2024, are not taken off.
text-48052af7f3 = 미 국방부는 약 200발, 이스라엘군은 약 180발로 집계했습니다. 첫 공격 10분 뒤의 두 번째 공격은 신뢰도가 낮은 자료 하나에만 나옵니다. 네 가지 미사일을 같은 수로 나눈 것, 종류마다 4초에 한 발씩이라는 것, 목표를 차례로 돌린 것은 가정입니다. 발사 뒤 실패한 미사일(2024년 4월에는 약 절반)은 빼지 않았습니다.

# The battery under study is Arrow 2 with its two places of launch. Maps, places and people are answered for it alone; Arrow 3, David's Sling and two US destroyers join in the battle.
text-973a583bdd = 연구 대상은 발사 장소가 두 곳인 애로-2입니다. 지도, 장소, 인구에 관한 결과는 애로-2만으로 계산한 것이며, 동시 공격 계산에는 애로-3, 다윗의 돌팔매, 미 구축함 두 척이 더해집니다.

# The far south, nearest to Yemen.
text-8a3f678549 = 최남단, 예멘에서 가장 가까운 곳.

# The farthest intercept by August 2001, counted from the launch site; shown at least, and no limit. Low: recalled as 90 km. High: an estimate.
text-2f84d05077 = 2001년 8월까지 가장 먼 요격으로, 발사 지점에서 잰 거리. 적어도 이만큼이라는 뜻이며 한계가 아님. 최저: 90 km로 기억함. 최고: 추정.

# The intercept of 31 October 2023 is said to have been above 100 km, by Block 4.
text-cb7c3058c0 = 2023년 10월 31일의 요격은 블록 4가 100 km보다 높은 곳에서 했다고 함.

# The low end of 10 to 40 km, as given before deployment; the range is an estimate.
text-34f013f00d = 배치 전에 밝힌 10–40 km의 낮은 끝. 범위는 추정.

# The maker speaks of the inside of the air and also of space, without a number; read as the border of space.
text-8d11f92753 = 제작사는 대기권 안과 우주를 함께 말하되 수치는 밝히지 않음. 우주의 경계로 읽음.

# The missiles are flown as arcs. Emad, Kheibar Shekan and Fattah-1 are no plain arcs in re-entry: what they do in the air is left out, so that intercepts in the air are judged too kindly to the defence.
text-9b5499ee26 = 미사일은 탄도 궤적으로 계산합니다. 에마드, 헤이바르 셰칸, 파타흐-1은 재진입 때 단순한 탄도를 따르지 않습니다. 대기권에서의 움직임은 넣지 않았으므로, 대기권 요격은 방어에 지나치게 유리하게 평가됩니다.

# The press named the base for the first battery; position to 0.1 degrees. Launchers: four to eight a battery are recalled; 16 would hold half of the 200 missiles that an estimate of 2004 put on two bases. No page gives a number for 2024 or 2025.
text-c97651ab38 = 언론이 첫 포대의 위치로 이 기지를 꼽았습니다. 위치는 0.1도까지입니다. 발사대: 포대당 4–8기로 기억하며, 16기라면 2004년의 추정이 기지 두 곳에 있다고 한 200발의 절반을 실을 수 있습니다. 2024년이나 2025년의 수를 밝힌 자료는 없습니다.

# The top of 10 to 40 km, as given before deployment in 1998. High: the rival. Of all numbers of this entry the one that most changes a map.
text-6c43817878 = 1998년 배치 전에 밝힌 10–40 km의 높은 끝. 최고: 다른 자료의 값. 이 항목의 수치 가운데 지도를 가장 크게 바꿈.

# The town, to 0.1 degrees. A think tank has long named Lorestan as a home of medium-range missiles; no launch is tied to it.
text-9e3478889c = 도시 위치, 0.1도까지. 한 연구 기관이 오래전부터 로레스탄을 준중거리 미사일의 근거지로 꼽아 왔으나, 이곳과 연결된 발사는 없습니다.

# The town, to 0.1 degrees. The Israeli military named central Iran and no town; that Isfahan stands for it is an assumption.
text-8e932a7be7 = 도시 위치, 0.1도까지. 이스라엘군은 이란 중부라고만 하고 도시는 밝히지 않았습니다. 이스파한으로 대신한 것은 가정입니다.

# The town, to 0.1 degrees: Iranian state media named Kermanshah as a launch area on 13 and 14 June 2025.
text-0ded5ef986 = 도시 위치, 0.1도까지. 이란 국영 매체가 2025년 6월 13일과 14일의 발사 지역으로 케르만샤를 꼽았습니다.

# The town, to 0.1 degrees: Iranian state media named Tehran as a launch area on 13 and 14 June 2025.
text-4ad5fef347 = 도시 위치, 0.1도까지. 이란 국영 매체가 2025년 6월 13일과 14일의 발사 지역으로 테헤란을 꼽았습니다.

# Time between two looks at a track. Not published; an early-warning radar has more to follow.
text-7cd4a4b4b2 = 한 표적을 두 번 보는 사이의 시간. 공개되지 않음. 조기경보 레이더는 추적할 것이 더 많음.

# Time to judge whether the first shot hit. Not published.
text-43fe0d9411 = 첫 발이 명중했는지 판단하는 시간. 공개되지 않음.

# US destroyers in the eastern Mediterranean (position assumed)
text-843a205436 = 지중해 동부의 미 구축함 (위치는 가정)

# Wavelength / length for 9 m by 3 m at 1.25 GHz: 1.5 deg wide and 4.6 deg high; the value is the geometric mean.
text-aa4cb8917f = 1.25 GHz, 9 m × 3 m일 때 파장 / 길이: 가로 1.5도, 세로 4.6도. 값은 기하평균.

# Which missiles were fired is not officially known: Iranian state media spoke of hypersonic ones. The four here are those with published ranges that Iran has shown; the split into equal parts is an assumption. Haj Qasem, Sejjil and Khorramshahr are left out, because too few of their numbers are published.
text-698a3f045f = 어떤 미사일이 발사되었는지는 공식적으로 알려지지 않았습니다. 이란 국영 매체는 극초음속 미사일을 말했습니다. 여기의 네 가지는 이란이 공개했고 사거리가 알려진 것이며, 같은 수로 나눈 것은 가정입니다. 하지 카셈, 세질, 호람샤르는 공개된 수치가 너무 적어 넣지 않았습니다.

# X-band, nose-on, a separated cone; recalled as the common figure, a tenth to ten times as range. No page gives one.
text-f0e16a5ea2 = X-밴드, 정면에서 본 분리된 원뿔. 흔히 쓰는 값으로 기억하며, 범위는 10분의 1에서 10배. 밝힌 자료가 없음.

# assumed beside Arrow 2 at Palmachim
text-50a7c7def6 = 팔마힘의 애로-2 옆으로 가정

# near Hadera
text-5e1d77e439 = 하데라 부근

# Claimed range 2,150 km.
text-9019a1c3b3 = 주장된 사거리 2,150 km.

# During the war the Houthis claimed missiles together with Iran, two in the 24 hours to 15 June, and the Israeli military knew of none: flights from Yemen in the battle are a question, no record.
text-6a2539d14e = 전쟁 중 후티는 이란과 함께 미사일을 쏘았다고 주장했고(6월 15일까지 24시간 동안 두 발), 이스라엘군은 아는 바가 없다고 했습니다. 동시 공격 계산에 든 예멘발 비행은 가정해 본 물음이며 기록이 아닙니다.

# Israel in June 2025, with THAAD
text-c7b968681e = 2025년 6월의 이스라엘, 사드와 함께

# Little of Arrow and of David's Sling is published: their ceilings and reaches are estimates or single pages. The 2,400 km of Arrow 3 is a distance of the launch, no reach to an intercept.
text-9329eebe67 = 애로와 다윗의 돌팔매에 대해 공개된 것은 적습니다. 고도 상한과 요격 거리는 추정이거나 자료가 하나뿐입니다. 애로-3의 2,400 km는 발사 지점까지의 거리이며 요격 거리가 아닙니다.

# Negev
text-31288b8e5e = 네게브

# Negev, the second battery
text-36bd4cb557 = 네게브, 두 번째 포대

# No government names a place of either battery. The press says Negev; the point here stands for the Negev and for nothing narrower.
text-7dc1fa50e9 = 어느 정부도 두 포대의 위치를 밝히지 않았습니다. 언론은 네게브라고 합니다. 여기의 점은 네게브 지역을 나타낼 뿐 더 좁은 위치를 뜻하지 않습니다.

# One salvo of June 2025, and two missiles from Yemen
text-bd70f4bf7c = 2025년 6월의 일제사격 한 번과 예멘에서 온 미사일 두 발

# Palestine-2 from Yemen rests on claims of its owners; Israel says that it flew as an arc without a manoeuvre. Ghadr stands for the missiles of that family which were flown from Yemen.
text-d07f8f427e = 예멘의 팔레스타인-2는 보유 측의 주장에 따른 것입니다. 이스라엘은 기동 없이 탄도로 날았다고 합니다. 가드르는 예멘에서 발사된 같은 계열의 미사일을 대신합니다.

# Range 1,400 km: only from the west of Iran. The Iranian Revolutionary Guard Corps said on 18 June 2025 that it was fired. Manoeuvres; see the notes.
text-a8e766fae0 = 사거리 1,400 km: 이란 서부에서만 닿습니다. 이란 혁명수비대가 2025년 6월 18일 발사했다고 밝혔습니다. 기동합니다. 설명을 보십시오.

# Range 1,450 km: only from the west of Iran. Stands for Haj Qasem as well. Manoeuvres in the air; see the notes.
text-9d7b96fe75 = 사거리 1,450 km: 이란 서부에서만 닿습니다. 하지 카셈도 대신합니다. 대기권에서 기동합니다. 설명을 보십시오.

# Range 1,700 km. The vehicle is guided in re-entry; see the notes.
text-ab438616c0 = 사거리 1,700 km. 재진입체가 유도됩니다. 설명을 보십시오.

# Range 1,950 km. A missile of this family was flown from Yemen on 31 October 2023.
text-70e89c842e = 사거리 1,950 km. 이 계열의 미사일이 2023년 10월 31일 예멘에서 발사되었습니다.

# State media named Fattah, Haj Qasem, Sejjil and a missile called Kheibar for June 2025. Haj Qasem is close to Kheibar Shekan; Sejjil and Khorramshahr are left out, because too few of their numbers are published. Emad and Ghadr are named by no authority for this war.
text-1710e76e08 = 국영 매체는 2025년 6월에 파타흐, 하지 카셈, 세질, 헤이바르라는 미사일을 썼다고 했습니다. 하지 카셈은 헤이바르 셰칸과 비슷합니다. 세질과 호람샤르는 공개된 수치가 너무 적어 넣지 않았습니다. 에마드와 가드르를 이 전쟁에서 썼다고 밝힌 당국은 없습니다.

# THAAD spent 100 to 150 interceptors in the twelve days, as the press says, and was restocked in between; one salvo is fought here, with what two batteries hold.
text-9355d714b2 = 언론에 따르면 사드는 12일 동안 요격미사일 100–150발을 썼고 그 사이에 보충되었습니다. 여기서는 두 포대가 가진 것으로 일제사격 한 번만 계산합니다.

# The Israeli military counted fewer than 100 missiles in the opening salvo of 13 June 2025, Iranian media hundreds; later salvos were under 50. 100 is taken as the upper end of the first. In all, 550 came in twelve days. The split between missiles, one every two seconds of each kind, and targets in turn are assumptions; the two from Yemen are a claim.
text-00341710c7 = 이스라엘군은 2025년 6월 13일 첫 일제사격을 100발 미만으로, 이란 매체는 수백 발로 집계했습니다. 그 뒤의 사격은 50발 미만이었습니다. 첫 사격의 높은 끝으로 100발을 씁니다. 12일 동안 모두 550발이 왔습니다. 미사일 종류의 배분, 종류마다 2초에 한 발씩이라는 것, 목표를 차례로 돌린 것은 가정이며, 예멘에서 온 두 발은 주장입니다.

# The battery under study is one of the two THAAD batteries reported in Israel: the first from October 2024, the second from April 2025. Maps, places and people are answered for it alone; the second THAAD battery, Arrow 2, Arrow 3, David's Sling and US destroyers join in the battle.
text-7638744f99 = 연구 대상은 이스라엘에 있다고 보도된 사드 두 포대 가운데 하나입니다. 첫 포대는 2024년 10월, 두 번째는 2025년 4월부터입니다. 지도, 장소, 인구에 관한 결과는 이 포대만으로 계산한 것이며, 동시 공격 계산에는 두 번째 사드 포대, 애로-2, 애로-3, 다윗의 돌팔매, 미 구축함이 더해집니다.

# The press says Negev, and that a convoy was seen near Beersheba; no place is officially named, and this point stands for the region alone. A full battery is an assumption.
text-b187d3f6ac = 언론은 네게브라고 하며, 베르셰바 부근에서 수송 행렬이 보였다고 합니다. 공식적으로 밝힌 위치는 없으며 이 점은 지역만을 나타냅니다. 완편 포대라는 것은 가정입니다.

# The town, to 0.1 degrees: an Arab broadcaster named the area for one launch towards Israel.
text-f984b54e6f = 도시 위치, 0.1도까지. 한 아랍 방송이 이스라엘을 향한 발사 한 건의 지역으로 꼽았습니다.

# Al Dhafra Air Base
text-6cc6cf3197 = 알다프라 공군기지

# Al Ruwais
text-27c4a39d81 = 알루와이스

# As the Emirates counted: two missiles at the base, both destroyed. Of the attack of 17 January only a claim of five missiles of two kinds is known, of which one was destroyed by THAAD. The time between the launches is an assumption.
text-b4f268d856 = 아랍에미리트의 집계로, 기지를 향한 두 발이 모두 파괴되었습니다. 1월 17일의 공격은 두 종류 다섯 발이라는 주장만 알려져 있고, 그 가운데 한 발을 사드가 파괴했습니다. 발사 간격은 가정입니다.

# Capital.
text-71e48a60e3 = 수도.

# Cruise missiles and drones, which came as well, are not flown. Cheongung-II came to the Emirates in 2025 and is not here. The US battery in Saudi Arabia had left by September 2021.
text-d9a1a5d4d3 = 함께 날아온 순항미사일과 무인기는 계산하지 않습니다. 천궁-II는 2025년에 아랍에미리트에 들어왔으므로 여기에는 없습니다. 사우디아라비아의 미군 포대는 2021년 9월까지 떠났습니다.

# Named by its owners for 17 and 24 January 2022.
text-34a096c3d3 = 보유 측이 2022년 1월 17일과 24일에 썼다고 한 이름입니다.

# Named by the attackers on 17 January 2022.
text-78023131b6 = 2022년 1월 17일 공격 측이 거론했습니다.

# Oil port on the eastern coast.
text-cfca9e5440 = 동해안의 석유 항구.

# Published for January 2022: on the 17th THAAD destroyed one missile bound for a place near Al Dhafra; on the 24th two at Al Dhafra were destroyed by Emirati fire and US Patriot together; on the 31st one was destroyed. The US commander spoke of two successes of THAAD, other accounts of one and of three. Shots were not counted.
text-b9a52aa6db = 2022년 1월에 대해 공개된 것: 17일 사드가 알다프라 부근을 향한 한 발을 파괴했고, 24일 알다프라를 향한 두 발을 아랍에미리트와 미군 패트리엇이 함께 파괴했으며, 31일 한 발이 파괴되었습니다. 미군 사령관은 사드의 성공을 두 번이라고 했고, 다른 자료는 한 번 또는 세 번이라고 합니다. 쏜 발수는 집계되지 않았습니다.

# Refineries; a THAAD battery is said to guard them.
text-3b5edbcf2b = 정유 시설. 사드 포대가 이곳을 지킨다고 합니다.

# Sader
text-2677a4ce47 = 사데르

# Satellite images show sheds used for THAAD radars at Sader since 2016 and near Ruwais since 2018. Where Sader lies is not said on the pages read: its position is from memory, to a few tenths of a degree.
text-e121f8b296 = 위성 사진에 따르면 사드 레이더용 격납 시설이 사데르에는 2016년부터, 루와이스 부근에는 2018년부터 있습니다. 사데르가 어디인지는 읽은 자료에 없으며, 위치는 기억에 따라 0.몇 도까지 적었습니다.

# The Emirates in January 2022, the first combat of THAAD
text-6d91ed8c75 = 2022년 1월의 아랍에미리트, 사드의 첫 실전

# The Emirati ministry named the province for the launches of 24 and 31 January 2022. The point is about its middle, from memory.
text-52cd499026 = 아랍에미리트 국방부가 2022년 1월 24일과 31일의 발사 지역으로 이 주를 꼽았습니다. 점은 기억에 따른 그 가운데쯤입니다.

# The battery under study is one of the two THAAD batteries of the Emirates, bought in 2011 and in service from 2016. Maps, places and people are answered for it alone; the second battery and Patriot join in the battle.
text-0a67eadb09 = 연구 대상은 2011년에 사서 2016년부터 운용한 아랍에미리트의 사드 두 포대 가운데 하나입니다. 지도, 장소, 인구에 관한 결과는 이 포대만으로 계산한 것이며, 동시 공격 계산에는 두 번째 포대와 패트리엇이 더해집니다.

# The missiles named by their owners are Zulfiqar: no number of them is published. The one here has the body and engine of the Scud family and the reach that is told of the missiles of Yemen in general, 1,500 km. It is flown as an arc.
text-45c71d3fff = 보유 측이 밝힌 미사일 이름은 줄피카르이며, 공개된 수치는 없습니다. 여기의 미사일은 스커드 계열의 동체와 엔진에, 예멘의 미사일 전반에 대해 알려진 사거리 1,500 km를 씁니다. 탄도로 계산합니다.

# The name is from CNN after satellite images, without a position; this one, between Abu Dhabi and Dubai, is from memory, to a few tenths of a degree. Launchers: six by the package of two batteries; nine were in a request of 2012.
text-3cc766f745 = 이름은 위성 사진에 따른 CNN 보도에서 나왔고 위치는 없습니다. 아부다비와 두바이 사이의 이 위치는 기억에 따라 0.몇 도까지 적은 것입니다. 발사대: 두 포대 묶음으로 보면 6기이며, 2012년의 요청에는 9기가 있었습니다.

# The town, to 0.1 degrees: named for a launch towards Israel in a later year; here a second direction.
text-311f323c09 = 도시 위치, 0.1도까지. 뒷날 이스라엘을 향한 발사 지역으로 거론되었습니다. 여기서는 두 번째 방향입니다.

# Two missiles at Al Dhafra, 24 January 2022
text-a913fc8103 = 2022년 1월 24일, 알다프라를 향한 미사일 두 발

# Two missiles were aimed at it on 24 January 2022.
text-48a2c5644f = 2022년 1월 24일 미사일 두 발이 이곳을 향했습니다.

# Two radars were sold. Beside its launchers; the direction is an estimate: towards Al Jawf and Saada, which lie between azimuths 229 and 236.
text-204b260370 = 레이더 2기가 판매되었습니다. 발사대 옆에 두며, 방향은 추정으로 방위각 229–236도에 있는 알자우프와 사다 쪽입니다.

# Beside its launchers. The direction is an estimate: the launch areas lie between azimuths 327 and 26, and their middle is about 356.
text-e2ff680f48 = 발사대 옆에 둡니다. 방향은 추정입니다. 발사 지역은 방위각 327도와 26도 사이에 있고 그 가운데는 약 356도입니다.

# Capital of Saudi Arabia.
text-a77b56fd37 = 사우디아라비아의 수도.

# Emad and Kheibar Shekan are no plain arcs in re-entry and Zolfaghar can fly flatter: all are flown as arcs, so that intercepts in the air are judged too kindly to the defence. Fateh-313, Dezful and what glides are left out.
text-c5bf1bf095 = 에마드와 헤이바르 셰칸은 재진입 때 단순한 탄도를 따르지 않고 졸파가르는 더 낮게 날 수 있습니다. 모두 탄도로 계산하므로, 대기권 요격은 방어에 지나치게 유리하게 평가됩니다. 파테-313, 데즈풀, 활공하는 미사일은 넣지 않습니다.

# Named again in March 2026; two missiles were aimed at it on 24 January 2022.
text-aa0fa0a6c2 = 2026년 3월에 다시 거론되었습니다. 2022년 1월 24일에는 미사일 두 발이 이곳을 향했습니다.

# Named by the press as hit or under falling pieces from 28 February 2026 on.
text-3ba1103cb8 = 2026년 2월 28일부터 맞았거나 파편이 떨어진 곳으로 언론이 거론했습니다.

# Oil port on the eastern coast; a fire from falling pieces on 9 March 2026.
text-eae69fdee2 = 동해안의 석유 항구. 2026년 3월 9일 떨어진 파편으로 불이 났습니다.

# One missile bound for the Eastern Province was stopped on 11 March 2026.
text-6528383236 = 2026년 3월 11일 동부주를 향한 미사일 한 발이 요격되었습니다.

# Prince Sultan Air Base
text-e767ae02bf = 프린스 술탄 공군기지

# Qatar, Kuwait and Bahrain, which have batteries of their own, and US THAAD, of which no place in these two countries is published, are left out. So are Arrow and Barak, which the press names for the Emirates without a number.
text-29b2e4c511 = 자체 포대가 있는 카타르, 쿠웨이트, 바레인과, 이 두 나라에서의 위치가 공개되지 않은 미군 사드는 넣지 않습니다. 언론이 수량 없이 아랍에미리트에 있다고 한 애로와 바라크도 넣지 않습니다.

# Radars may have been lost: buildings for THAAD radars at Sader and near Ruwais and a tent near Prince Sultan Air Base were hit between 28 February and 1 March 2026; whether a radar stood in them is unknown. Here all radars work, except that the Saudi battery may be absent; ask what is lost without one.
text-eb3e4f4c1f = 레이더를 잃었을 수도 있습니다. 2026년 2월 28일에서 3월 1일 사이에 사데르와 루와이스 부근의 사드 레이더용 건물과 프린스 술탄 공군기지 부근의 천막이 맞았으나, 그 안에 레이더가 있었는지는 알 수 없습니다. 여기서는 모든 레이더가 작동하며, 사우디 포대만 없을 수 있다고 둡니다. 레이더가 없으면 무엇을 잃는지 물어보십시오.

# Range 1,450 km. Manoeuvres in the air; see the notes.
text-b844a9923c = 사거리 1,450 km. 대기권에서 기동합니다. 설명을 보십시오.

# Range 1,950 km.
text-62e132b1ed = 사거리 1,950 km.

# Range 700 km: from Fars it reaches the Emirates and the Saudi coast.
text-3642f405ea = 사거리 700 km: 파르스에서 아랍에미리트와 사우디 해안에 닿습니다.

# Range 800 km: from Fars it reaches the coast and Riyadh.
text-53c42faa9b = 사거리 800 km: 파르스에서 해안과 리야드에 닿습니다.

# Saudi THAAD: the first battery was inaugurated on 2 July 2025 in Jeddah, a place of a ceremony. The crew of a third unit finished its training on 24 August 2025, but no second battery was inaugurated on any page read. Where the first one stands is not published.
text-6307e6b004 = 사우디 사드: 첫 포대는 2025년 7월 2일 제다에서 창설식을 했습니다. 제다는 행사 장소일 뿐입니다. 세 번째 부대의 인원은 2025년 8월 24일 훈련을 마쳤으나, 두 번째 포대의 창설을 전한 자료는 없습니다. 첫 포대의 위치는 공개되지 않았습니다.

# Six missiles bound for it were stopped on 11 March 2026 and three on 6 March, as Saudi Arabia said.
text-c59b25aad9 = 사우디아라비아에 따르면 이곳을 향한 미사일이 2026년 3월 11일 여섯 발, 3월 6일 세 발 요격되었습니다.

# Sixteen missiles at the Emirates, as counted on 7 March 2026 (15 destroyed, 1 in the sea), and seven at Saudi Arabia, as counted on 11 March (all stopped: six at Prince Sultan Air Base, one at the Eastern Province). A day put into a few minutes is the hardest reading of it. The kinds of missile, the targets in the Emirates and the time between launches are assumptions.
text-a6432b0027 = 2026년 3월 7일 집계로 아랍에미리트를 향한 16발(15발 파괴, 1발은 바다), 3월 11일 집계로 사우디아라비아를 향한 일곱 발(모두 요격. 프린스 술탄 공군기지에 여섯 발, 동부주에 한 발)입니다. 하루를 몇 분으로 줄인 것은 가장 어렵게 본 것입니다. 미사일의 종류, 아랍에미리트 안의 목표, 발사 간격은 가정입니다.

# The Emirates and Saudi Arabia in March 2026
text-67a15a8a3b = 2026년 3월의 아랍에미리트와 사우디아라비아

# The battery under study is one of the two THAAD batteries of the Emirates. Maps, places and people are answered for it alone, and Saudi places lie beyond its reach: for them read the battle, in which the second battery, the one Saudi battery, two batteries of Cheongung-II and Patriot join.
text-207b604796 = 연구 대상은 아랍에미리트의 사드 두 포대 가운데 하나입니다. 지도, 장소, 인구에 관한 결과는 이 포대만으로 계산한 것이며, 사우디의 장소는 요격 거리 밖입니다. 그곳은 동시 공격 계산을 보십시오. 두 번째 포대, 사우디 포대 하나, 천궁-II 포대 둘, 패트리엇이 더해집니다.

# The record of the Emirates counts missiles, not shots, and all systems together. To 1 March 2026: 137 detected, 132 destroyed, 5 in the sea. To 9 March: 253, 233, 18, and 2 on land. To 10 March: 262, 241, 19 and 2. From about 13 March the ministry no longer split its count. Nobody checked, and what THAAD did of it is not published.
text-0c8d2535f9 = 아랍에미리트의 기록은 쏜 발수가 아니라 미사일 수이며 모든 체계를 합한 것입니다. 2026년 3월 1일까지: 탐지 137발, 파괴 132발, 바다에 5발. 3월 9일까지: 253발, 233발, 18발, 육지에 2발. 3월 10일까지: 262발, 241발, 19발, 2발. 3월 13일 무렵부터 국방부는 나누어 밝히지 않았습니다. 검증한 곳은 없으며, 그 가운데 사드가 한 몫은 공개되지 않았습니다.

# The town, to 0.1 degrees; an assumption, because no launch area of 2026 is published.
text-2b6b67db40 = 도시 위치, 0.1도까지. 2026년의 발사 지역이 공개되지 않았으므로 가정입니다.

# Two published days of March 2026 put into one
text-14717e750d = 2026년 3월에 공개된 이틀을 하나로 합친 것

# Where the first Saudi THAAD battery was inaugurated.
text-f6f2de7f1a = 사우디의 첫 사드 포대가 창설식을 한 곳.

# Which missiles were fired at the Gulf, and from which provinces of Iran, is not published. The missiles here are those with published ranges, and the launch areas are towns in the provinces that face the Gulf or were named for June 2025: assumptions.
text-b8cdfe547e = 걸프 지역에 어떤 미사일이 이란의 어느 주에서 발사되었는지는 공개되지 않았습니다. 여기의 미사일은 사거리가 공개된 것이고, 발사 지역은 걸프를 마주 보거나 2025년 6월에 거론된 주의 도시로, 가정입니다.

# assumed near Abu Dhabi
text-e872391647 = 아부다비 부근으로 가정

# assumed near Dammam
text-70f877137d = 담맘 부근으로 가정

# assumed near Dubai
text-c083129f0b = 두바이 부근으로 가정

# assumed near Prince Sultan Air Base
text-6d76deaa52 = 프린스 술탄 공군기지 부근으로 가정

# Assumed beside its launchers. The launch areas lie between azimuths 67 in Iran and 148 in Yemen; the direction looks at Iran as far as Yemen stays in view. The range, 73 to 108, is an estimate: from the middle of the launch areas in Iran to the middle of all, because nobody would turn it farther from Iran.
text-987547184f = 발사대 옆에 있다고 가정. 발사 지역은 방위각 67도(이란)와 148도(예멘) 사이에 있으며, 예멘이 시야에 남는 한도에서 이란 쪽을 봅니다. 범위 73–108도는 추정으로, 이란 발사 지역의 가운데에서 전체의 가운데까지입니다. 이보다 이란에서 더 돌릴 이유가 없기 때문입니다.

# Where the radar looks is not published. The direction here holds Iran and Yemen in one view; a radar turned to one of them sees less of the other. The draws turn it from the middle of the launch areas in Iran, where Yemen is out of view, to the middle between Iran and Yemen.
text-fc574db0fd = 레이더가 보는 방향은 공개되지 않았습니다. 여기의 방향은 이란과 예멘을 한 시야에 담습니다. 한쪽으로 돌린 레이더는 다른 쪽을 덜 봅니다. 표본은 예멘이 시야 밖인 이란 발사 지역의 가운데에서 이란과 예멘의 가운데까지 레이더를 돌립니다.
# Threats, assets and grid are those of korea, so that only the defence differs; the KN-25 is added, with a wave of twelve in the raid, and the KN-23 and KN-24, which fly with lift; all three have flown since 2019.
text-4e5e8a5bcb = 위협, 방어 대상, 격자는 2017년 9월 성주 시나리오와 같아서 방어 체계만 다릅니다. 공습에 열두 발의 파상으로 들어간 KN-25와, 양력을 받으며 비행하는 KN-23 및 KN-24가 더해졌으며, 셋 모두 2019년부터 비행했습니다.
# Flown with lift since May 2019, here as on 25 July 2019: up to 50 km, then a pull-up and a glide. Drawn between 36 and 60 km, the published apogees of flights of 360 to 800 km. Mass, motor, lift to drag and the speed at which the lift ends are a family of estimates. Launched from near Wonsan and Kusong in May 2019.
text-b02b1e625b = 2019년 5월부터 양력을 받으며 비행했으며, 여기서는 2019년 7월 25일과 같이 50 km까지 올라간 뒤 풀업하여 활공합니다. 정점 고도는 360–800 km 비행에서 공개된 36–60 km 사이에서 추출합니다. 질량, 추진기관, 양항비, 양력이 끝나는 속력은 하나가 아닌 여러 추정값입니다. 2019년 5월 원산과 구성 부근에서 발사되었습니다.
# Flown with lift since August 2019, here as on 10 August 2019: up to 48 km, drawn between 30 and 50 km, the published apogees. A family of estimates, as the KN-23. Launched from the airport of Pyongyang in January 2022.
text-528b620573 = 2019년 8월부터 양력을 받으며 비행했으며, 여기서는 2019년 8월 10일과 같이 48 km까지 올라가고 공개된 30–50 km 사이에서 추출합니다. KN-23과 같이 여러 추정값입니다. 2022년 1월 평양 비행장에서 발사되었습니다.
# Japan: the GeoNames towns of 1,000 people and more have 146,802,205 people together, 16 % more than the census of 2020, 126,146,099 (Statistics Bureau of Japan, 2020 census, as quoted by Jiji Press, 30 November 2021 (read 2026-11-22)); each town is scaled by 0.86.
text-20e6ab41ef = 일본: 인구 1,000명 이상인 GeoNames 도시의 인구를 더하면 146,802,205명으로, 2020년 인구조사 126,146,099명(일본 통계국 2020년 인구조사, 지지통신 2021년 11월 30일 보도 인용 (2026-11-22 열람))보다 16% 많아 각 도시의 인구에 0.86을 곱했습니다.
# As of the KN-23. No page gives one.
text-042cab21b6 = KN-23과 같습니다. 공개된 값은 찾지 못했습니다.
# X-band; the empty body comes down with the warhead, as for the KN-25. No page gives one.
text-9e8cc363b7 = X 대역. KN-25와 같이 빈 동체가 탄두와 함께 내려옵니다. 공개된 값은 찾지 못했습니다.

# A raid to compare defences with, no forecast: missiles at once, one after the other, and lofted with objects beside them, at places that the debate names. It is that of korea, so that the two can be compared.
text-5778684f05 = 예측이 아니라 방어 체계를 비교하기 위한 동시 공격입니다. 논쟁에서 거론된 곳으로 한꺼번에, 하나씩 차례로, 그리고 다른 물체와 함께 고각으로 날아옵니다. 두 연구를 비교할 수 있도록 korea의 동시 공격과 같게 했습니다.

# Maps, places and people are answered for Deveselu alone. The raid adds the site in Poland. With every number at its value neither site meets any of the twelve missiles by its own radar.
text-83467d3eb6 = 지도, 지역, 인구에 관한 결과는 데베셀루만으로 계산한 것입니다. 동시 공격 계산에는 폴란드 기지가 더해집니다. 모든 수를 기준값으로 두면 두 기지 모두 자기 레이더로는 미사일 12발 가운데 한 발도 상대하지 못합니다.

# In the battle the interceptors run out and most missiles come through. With every number at its value David's Sling and the ships fire nothing, because by their own radars they see the missiles too late; what others see is not handed to them here. How many there were is secret: the launchers here are estimates, a count of 2004 or numbers from memory. The battle shows what such counts would do, and not what happened.
text-68d209d01a = 동시 공격 계산에서는 요격미사일이 바닥나 미사일 대부분이 통과합니다. 모든 수를 기준값으로 두면 다윗의 돌팔매와 함정은 한 발도 쏘지 않습니다. 자기 레이더로는 미사일을 너무 늦게 보기 때문이며, 다른 곳에서 본 정보를 넘겨받는 것은 여기서 계산하지 않습니다. 실제 보유량은 비밀이며, 여기의 발사대 수는 추정, 2004년의 집계, 기억에 따른 수치입니다. 계산은 그런 수로 무엇을 할 수 있는지를 보여 줄 뿐, 실제로 일어난 일이 아닙니다.

# In the battle far more missiles come through than were told: the Israeli military said that 80 to 90 % were intercepted to 16 June 2025. The salvo is put into less than a minute, and launchers, stocks and the targets handled at once are estimates. With every number at its value David's Sling and the ships fire nothing, as in October 2024: by their own radars they see the missiles too late. The difference says how little is public, and not what happened.
text-05f78bea5a = 동시 공격 계산에서는 알려진 것보다 훨씬 많은 미사일이 통과합니다. 이스라엘군은 2025년 6월 16일까지 80–90%를 요격했다고 했습니다. 여기서는 일제사격을 1분 안에 몰아넣었고, 발사대, 재고, 한 번에 다루는 표적 수는 추정입니다. 모든 수를 기준값으로 두면 2024년 10월과 마찬가지로 다윗의 돌팔매와 함정은 한 발도 쏘지 않습니다. 자기 레이더로는 미사일을 너무 늦게 보기 때문입니다. 그 차이는 공개된 것이 얼마나 적은지를 말할 뿐, 실제로 일어난 일이 아닙니다.
# The towns are scaled by one factor for a whole country: in a part of it their sum may be far off, because large cities stand in the list with their wards.
text-9cf0ca0afe = 도시의 인구에는 나라마다 하나의 배율을 곱합니다. 큰 도시는 구와 함께 목록에 있으므로, 나라의 일부에서는 합계가 크게 어긋날 수 있습니다.

# North Korea
text-ae6175f1cc = 북한

# North Korean
text-ac73451dc8 = 북한

# west at the interior of China
text-6d13812042 = 서쪽으로 중국 내륙

# in Alaska, on ships, on satellites, in Japan’s own net
text-2484ff6d1c = 알래스카, 함정, 위성, 일본 자체 감시망

# 5° for AN/TPY-2, published for Seongju alone and taken for the others; 1° for Green Pine, an estimate
text-08032c5214 = AN/TPY-2는 5°(성주만 공개됐고 나머지에도 적용), 그린파인은 1°(추정)

# the radars in Japan
text-86e35687b4 = 일본의 레이더

# Japan
text-647294383b = 일본

# the Green Pine radars
text-ee1de4be08 = 그린파인 레이더

# Green Pine
text-2452fd8f7e = 그린파인

# South Korea’s own early-warning radars look the same way from nearly the same place.
text-e08cdc8037 = 한국의 조기경보 레이더도 거의 같은 곳에서 같은 방향을 봅니다.

# Green Pine’s range is published without a cross section; 800 km are taken for 0.1 m². Its longer wave measures less finely, which is not computed here.
text-e4c2de47fa = 그린파인의 탐지거리는 반사면적 없이 공개돼 있어 0.1 m²에 800 km로 보았습니다. 파장이 길어 덜 정밀하게 재지만 여기서는 계산하지 않았습니다.

# defensive
text-6cf2c255b0 = 방어적

# in Britain and Greenland, on ships, on satellites
text-8b717af3b5 = 영국과 그린란드, 함정, 위성

# the radars in Romania and Turkey
text-3d822bcca7 = 루마니아와 튀르키예의 레이더

# Romania, Turkey
text-aad43c3178 = 루마니아·튀르키예

# Redzikowo
text-38f09f6dd5 = 레지코보

# Deveselu
text-7b3ff787a5 = 데베셀루

# Kürecik
text-97a2613ff3 = 퀴레지크
# Which flights of intercontinental missiles from China and Russia to three American cities would the radar at Seongju see, what does it add to the other radars in Korea and Japan, and could its interceptors meet one?
text-2e1cde194b = 중국과 러시아에서 미국의 세 도시로 가는 대륙간 탄도미사일의 비행 가운데 성주의 레이더는 어느 것을 보며, 한국과 일본의 다른 레이더에 무엇을 더하고, 그 요격미사일은 하나라도 요격할 수 있는가?

# What could the site at Deveselu defend against a missile of 2,000 km from western Iran, and what against a longer one that is not known to exist?
text-e16e0d5800 = 데베셀루 기지는 이란 서부에서 쏜 사거리 2,000 km 미사일로부터 무엇을 방어할 수 있으며, 있다고 알려지지 않은 더 긴 미사일로부터는 무엇을 방어할 수 있는가?

# What could the interceptors at Deveselu defend if a radar at Kürecik followed every missile from its rise to the intercept?
text-858b45119e = 퀴레지크의 레이더가 모든 미사일을 상승부터 요격까지 추적한다면 데베셀루의 요격미사일은 무엇을 방어할 수 있는가?

# Can the one battery on Guam meet the missiles that are said to reach the island, and how sure is that?
text-0fd80db41b = 괌의 포대 하나는 이 섬에 닿는다는 미사일을 요격할 수 있으며, 그것은 얼마나 확실한가?

# Site Excalibur (South Finegayan)
text-2e0cd55701 = 사이트 엑스캘리버 (사우스 피네가얀)

# Site Armadillo (Northwest Field)
text-2ec84bf4fb = 사이트 아르마딜로 (노스웨스트 비행장)

# What do the two THAAD batteries of the Emirates and Patriot at Al Dhafra defend against missiles from Yemen?
text-e214d7700e = 아랍에미리트의 사드 포대 둘과 알다프라의 패트리엇은 예멘에서 쏜 미사일로부터 무엇을 방어하는가?

# What do the THAAD batteries of the Emirates and of Saudi Arabia, with Cheongung-II and Patriot, defend against missiles from Iran?
text-760fff438a = 아랍에미리트와 사우디아라비아의 사드 포대는 천궁-II, 패트리엇과 함께 이란에서 쏜 미사일로부터 무엇을 방어하는가?

# What does Arrow 2 defend against missiles from Iran, and what do the layers around it stop of about 200?
text-3fbbc63b8f = 애로 2는 이란에서 쏜 미사일로부터 무엇을 방어하며, 그 주위의 방어층은 약 200발 가운데 무엇을 막는가?

# What does a THAAD battery in the Negev defend against missiles from Iran and from Yemen, and what do all layers stop of one salvo?
text-77bc3429dd = 네게브의 사드 포대는 이란과 예멘에서 쏜 미사일로부터 무엇을 방어하며, 모든 방어층은 일제사격 한 번에서 무엇을 막는가?

# What does one Aegis ship with SM-3 Block IIA in the Sea of Japan cover, and what do a second ship and PAC-3 add?
text-315ecbe659 = 동해의 SM-3 블록 IIA 이지스함 한 척은 무엇을 방어하며, 두 번째 함정과 PAC-3은 무엇을 더하는가?

# The ship in the Sea of Japan
text-906f11b985 = 동해의 함정

# Akita (Araya training area)
text-489ce83df0 = 아키타 (아라야 훈련장)

# Hagi and Abu, Yamaguchi
text-10c131d509 = 하기와 아부, 야마구치

# What does the ship of the study japan cover if it fires by the view of the AN/TPY-2 on land and not by its own radar?
text-41b2259af5 = 연구 japan의 함정이 자기 레이더가 아니라 육상 AN/TPY-2의 시야에 따라 쏜다면 무엇을 방어하는가?

# Which places of South Korea can the battery at Seongju defend, against which missile and from where, and how sure is that?
text-5e7f93cffe = 성주의 포대는 한국의 어느 곳을 어느 미사일로부터, 어디에서 쏜 것에 대해 방어할 수 있으며, 그것은 얼마나 확실한가?

# Pyeongtaek
text-a20986b2a3 = 평택

# Wonju
text-768cb63d43 = 원주

# Chilgok (Waegwan)
text-10837f0aaf = 칠곡 (왜관)

# Daegu
text-fb054b8037 = 대구

# Gunsan
text-595621b1cc = 군산

# Eumseong
text-9ee2937918 = 음성

# What would one battery defend if it stood near Pyeongtaek, the place that the press of 2015 called the most promising?
text-a0d60316da = 2015년 언론이 가장 유력하다고 한 평택 부근에 포대 하나를 두면 무엇을 방어하는가?

# What is left of the defence of September 2017 when launchers and interceptors leave? Compare a run of this scenario with one of korea.
text-8d9f87c42d = 발사대와 요격미사일이 떠나면 2017년 9월의 방어에서 무엇이 남는가? 이 시나리오의 계산을 korea의 계산과 비교하십시오.

# Two reports disagree about what stands at Seongju: what would the defence be by the one, and what by the other?
text-57d6939bc4 = 성주에 무엇이 있는지에 대해 두 보도가 엇갈립니다. 한쪽에 따르면 방어는 어떠하며, 다른 쪽에 따르면 어떠한가?

# What would L-SAM and Cheongung-II add by 2028, if what is ordered comes as planned?
text-ba55e250ff = 주문한 것이 계획대로 들어온다면 L-SAM과 천궁-II는 2028년까지 무엇을 더하는가?

# What do four layers stop together, when shots are given out by a plan and objects that are not told apart wait for the air?
text-249f6380f1 = 사격을 계획에 따라 나누고 구별되지 않는 물체는 대기에서 갈라질 때까지 기다린다면 네 방어층은 함께 무엇을 막는가?

# Which flights of intercontinental missiles from Russia to three American cities would the radar at Redzikowo see, what does it add to those in Romania and Turkey, and could an interceptor there meet one?
text-879e631702 = 러시아에서 미국의 세 도시로 가는 대륙간 탄도미사일의 비행 가운데 레지코보의 레이더는 어느 것을 보며, 루마니아와 튀르키예의 레이더에 무엇을 더하고, 그곳의 요격미사일은 하나라도 요격할 수 있는가?

# Three missiles from two launch points to every place of the grid, with the battery of korea.
text-00839560cb = 두 발사 지점에서 격자의 모든 지점으로 쏜 세 미사일, korea의 포대.
