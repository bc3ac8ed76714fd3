// Periods worked out by hand: what each must end on, why, and by which article.

/**
 * Columns: method | limit | from | due | lenient | said in the working or `open` | why | article.
 * A bare date as an end is that day's 23:59; `=` is the same as due; `-` asks nothing.
 * Times are at +08:00; a `from` without a clock means that only the day was read.
 */
export const PERIODS = `
# Hours: minute-exact, never stopping.
hours | 12 hours | 2026-11-20 04:30 | 2026-11-20 16:30 | = | 夜间、节假日不停 | summons of twelve hours within a day | 刑诉法119
hours | 12 hours | 2026-11-20 20:15 | 2026-11-21 08:15 | = | - | runs through the night into a Saturday | 刑诉法119
hours | 24 hours | 2026-09-30 18:00 | 2026-10-01 18:00 | = | - | runs through the first day of 国庆 | 刑诉法85
hours | 24 hours | 2026-02-16 23:59 | 2026-02-17 23:59 | = | - | inside 春节 from 23:59 | 刑诉法86
hours | 24 hours | 2026-03-01 00:00 | 2026-03-02 00:00 | = | - | midnight to midnight, not 23:59 | 刑诉法94
hours | 8 hours | 2025-12-31 20:00 | 2026-01-01 04:00 | = | 2026年1月1日 04:00 | over the year's end, the year is written | 治安管理处罚法97
hours | 48 hours | 2028-02-28 09:00 | 2028-03-01 09:00 | = | - | over a leap day | 刑诉法39
hours | 48 hours | 2026-02-27 09:00 | 2026-03-01 09:00 | = | - | no leap day, over a worked Saturday | 刑诉法39
hours | 90 minutes | 2026-05-01 23:00 | 2026-05-02 00:30 | = | 90 分钟 | minutes over midnight | 行政案件程序规定35
hours | 24 hours | 1988-07-01 10:00 | 1988-07-02 10:00 | = | - | summer time of 1988 does not leak | 刑诉法119
hours | 24 hours | 1986-05-03 20:00 | 1986-05-04 20:00 | = | - | no hour lost on the day clocks went forward | 刑诉法119
hours | 24 hours | 1991-09-14 20:00 | 1991-09-15 20:00 | = | - | no hour won on the day clocks went back | 刑诉法119
hours | 24 hours | 2026-03-05 | 2026-03-06 00:00 | 2026-03-06 23:59 | 未读到钟点 | only the day was read | 刑诉法85
hours | 12 hours | 2026-11-20 | 2026-11-20 12:00 | 2026-11-21 11:59 | 未读到钟点 | only the day was read, half a day | 刑诉法119

# At once: the unit's own minutes.
at-once | 30 minutes | 2026-03-10 09:00 | 2026-03-10 09:30 | = | 立即办理 | violence reported, dispatch | 治安管理处罚法139
at-once | 60 minutes | 2026-10-01 23:30 | 2026-10-02 00:30 | = | 60 分钟 | over midnight on a holiday | 刑诉法98
at-once | 30 minutes | 2026-03-10 | 2026-03-10 00:30 | 2026-03-11 00:29 | 未读到钟点 | only the day was read | 刑诉法90

# Detention: a day is 24 full hours, never moved.
custody-hours | 3 days | 2026-04-30 10:00 | 2026-05-03 10:00 | = | 在押期间不因节假日顺延 | worked example: ends within 劳动节 at the same clock time | 羁押期限规定4
custody-hours | 3 days | 2026-09-30 15:20 | 2026-10-03 15:20 | = | - | custody ending on 国庆 is not moved | 刑诉法105
custody-hours | 7 days | 2026-09-25 08:00 | 2026-10-02 08:00 | = | - | extended to seven days, ends on 国庆 | 刑诉法91
custody-hours | 30 days | 2026-01-20 00:00 | 2026-02-19 00:00 | = | - | thirty days from midnight into 春节 | 刑诉法91
custody-hours | 30 days | 2028-02-01 23:59 | 2028-03-02 23:59 | = | - | over a leap day, from 23:59 | 刑诉法91
custody-hours | 3 days | 2026-04-30 | 2026-05-03 00:00 | 2026-05-03 23:59 | 未读到钟点 | only the day of detention was read | 羁押期限规定4
custody-hours | 24 hours | 2026-05-01 11:11 | 2026-05-02 11:11 | = | 24 小时 | a custody limit given in hours | 刑诉法85

# Custody in days: first day out, ends on the day, never moved.
custody-days | 3 days | 2026-09-30 10:00 | 2026-10-03 | = | 国庆节假期 | the same period as the document below, not moved | 刑诉法105
custody-days | 30 days | 2026-09-01 10:00 | 2026-10-01 | = | 在押期间不因节假日顺延 | detention review ends on 国庆 | 出境入境管理法60
custody-days | 7 days | 2026-03-07 23:59 | 2026-03-14 | = | - | ends on a Saturday, both readings stay | 刑诉法91
custody-days | 15 days | 2027-01-17 08:00 | 2027-02-01 | = | - | a year without plan makes no difference | 行政案件程序规定35
custody-days | 10 days | 2026-02-28 00:00 | 2026-03-10 | = | - | 00:00 belongs to the day that is out | 刑诉法105
custody-days | 10 days | 2026-02-27 23:59 | 2026-03-09 | = | - | one minute earlier is one day earlier | 刑诉法105

# Custody in months: same day or month's end, never moved.
custody-months | 2 months | 2026-01-10 14:00 | 2026-03-10 | = | 前一日届满 | worked example: arrest of 10 January | 刑诉法156
custody-months | 1 months | 2026-03-10 | 2026-04-10 | = | - | worked example: extended by a month from the former end | 刑诉法156
custody-months | 2 months | 2026-04-10 | 2026-06-10 | = | - | worked example: by two more | 刑诉法158
custody-months | 2 months | 2026-06-10 | 2026-08-10 | = | - | worked example: and by two more | 刑诉法159
custody-months | 2 months | 2026-12-31 10:00 | 2027-02-28 | = | 2月没有31日，到月末 | worked example: no 31 February | 羁押期限规定4
custody-months | 2 months | 2027-12-31 10:00 | 2028-02-29 | = | 2月没有31日，到月末 | the same into a leap year | 羁押期限规定4
custody-months | 2 months | 2026-08-01 10:00 | 2026-10-01 | = | 国庆节假期 | ends on 国庆, not moved | 刑诉法105
custody-months | 2 months | 2026-08-03 10:00 | 2026-10-03 | = | - | ends on a Saturday of 国庆 | 刑诉法105
custody-months | 1 month | 2026-01-31 10:00 | 2026-02-28 | = | 2月没有31日 | a worked Saturday, not moved either | 羁押期限规定4

# Criminal days: first day out; festivals move both readings, weekends the lenient one.
criminal-days | 3 days | 2026-09-30 10:00 | 2026-10-08 | = | 末日10月3日为国庆节假期，顺延至10月8日 | the same period for a document is moved | 刑诉法105
criminal-days | 30 days | 2026-04-30 10:00 | 2026-05-30 | 2026-06-01 | 周末是否算节假日条文没有写 | worked example: ends on a Saturday | 刑事案件程序规定179
criminal-days | 3 days | 2026-03-03 09:00 | 2026-03-06 | = | 3月3日不计，自3月4日起算 | ends on a plain Friday | 刑事案件程序规定178
criminal-days | 3 days | 2026-03-05 09:00 | 2026-03-08 | 2026-03-09 | 末日3月8日为周日 | ends on a Sunday | 刑事案件程序规定178
criminal-days | 3 days | 2026-05-06 09:00 | 2026-05-09 | = | - | ends on a worked Saturday: nobody moves it | 刑诉法105
criminal-days | 7 days | 2026-02-07 09:00 | 2026-02-14 | = | - | the worked Saturday before 春节 | 刑诉法105
criminal-days | 7 days | 2026-02-08 09:00 | 2026-02-24 | = | 春节假期 | first day of 春节 moves to the first day after | 刑诉法105
criminal-days | 5 days | 2026-12-31 09:00 | 2027-01-05 | = | 2027年放假安排未载入 | weekday of a year without plan: equal, but said | 刑诉法105
criminal-days | 3 days | 2026-12-31 09:00 | 2027-01-03 | 2027-01-04 | 2027年放假安排未载入 | Sunday of a year without plan | 刑诉法105
criminal-days | 3 days | 2025-12-31 09:00 | 2026-01-04 | = | 元旦假期 | moved to a worked Sunday by both readings | 刑诉法105
criminal-days | 3 days | 2026-12-29 09:00 | 2027-01-01 | 2027-01-04 | 元旦假期 | fixed festival of a year without plan: strict stays | 刑诉法105
criminal-days | 7 days | 2027-09-24 09:00 | 2027-10-01 | 2027-10-04 | 2027年放假安排未载入 | 国庆 by statute only, then the weekend | 刑诉法105
criminal-days | 3 days | 2027-02-05 09:00 | 2027-02-08 | 2027-02-09 | 春节假期 | third day of 春节 by statute, plan unknown | 刑诉法105
criminal-days | 7 days | 2025-04-27 09:00 | 2025-05-06 | = | 劳动节假期 | 4 May 2025 is within 劳动节 | 刑事案件程序规定182
criminal-days | 15 days | 2025-09-23 09:00 | 2025-10-09 | = | 国庆节假期 | eighth and last day off of 国庆、中秋 2025 | 刑诉法113
criminal-days | 3 days | 2026-02-26 23:59 | 2026-03-01 | 2026-03-02 | 周日 | 23:59 still begins that day | 刑诉法105
criminal-days | 3 days | 2026-02-27 00:00 | 2026-03-02 | = | - | 00:00 begins the next | 刑诉法105
criminal-days | 3 days | 2026-03-03 | 2026-03-06 | = | - | only the day was read: days need no clock | 刑诉法105
criminal-days | 3 days | 1988-07-01 23:30 | 1988-07-04 | = | 1988年放假安排未载入 | summer time of 1988 does not make it 2 July | 刑诉法105

# Administrative days: natural days, moved in the same way.
admin-days | 3 days | 2026-09-30 10:00 | 2026-10-08 | = | 国庆节假期 | moved over 国庆 | 行政案件程序规定35
admin-days | 30 days | 2026-04-07 10:00 | 2026-05-07 | = | - | festivals inside the period count | 治安管理处罚法118
admin-days | 2 days | 2026-06-18 10:00 | 2026-06-22 | = | 端午节假期 | ends on a Saturday that is a festival day | 行政案件程序规定36
admin-days | 7 days | 2026-07-04 10:00 | 2026-07-11 | 2026-07-13 | 周末是否算节假日条文没有写 | ends on a Saturday | 行政案件程序规定35
admin-days | 60 days | 2024-12-31 10:00 | 2025-03-01 | 2025-03-03 | 周六 | sixty days over a February of 28 | 行政案件程序规定165
admin-days | 7 days | 2026-12-25 10:00 | 2027-01-01 | 2027-01-04 | 元旦假期 | ends in a year without plan | 行政案件程序规定35

# Working days: 调休 counted.
workdays | 5 workdays | 2026-04-29 09:00 | 2026-05-09 | = | 4月30日、5月6日至5月9日（5月9日调休上班） | worked example: hearing asked for over 劳动节 | 行政处罚法63、85
workdays | 5 days | 2026-04-29 09:00 | 2026-05-09 | = | 5 个工作日 | days that the law counts as working days | 行政处罚法85
workdays | 1 workday | 2026-05-08 09:00 | 2026-05-09 | = | 调休上班 | the next working day is a Saturday | 行政处罚法85
workdays | 1 workday | 2026-05-09 09:00 | 2026-05-11 | = | - | from a worked Saturday over a plain Sunday | 行政处罚法85
workdays | 2 workdays | 2026-09-30 09:00 | 2026-10-09 | = | 10月8日至10月9日 | seven days of 国庆 left out | 行政处罚法85
workdays | 3 workdays | 2026-09-30 09:00 | 2026-10-10 | = | 10月10日调休上班 | and the worked Saturday after | 行政处罚法85
workdays | 7 workdays | 2026-02-13 17:00 | 2026-03-02 | = | 2月14日、2月24日至2月28日、3月2日 | both worked Saturdays around 春节 | 行政案件程序规定183
workdays | 10 workdays | 2026-03-02 09:00 | 2026-03-16 | = | - | two plain weeks | 行政强制法69
workdays | 2 workdays | 2025-12-31 09:00 | 2026-01-05 | = | 1月4日至1月5日 | worked Sunday after 元旦 | 行政处罚法85
workdays | 5 workdays | 2026-12-28 09:00 | 2027-01-04 | 2027-01-05 | 2027年放假安排未载入 | 元旦 of a year without plan | 行政处罚法85
workdays | 3 workdays | 2026-05-01 09:00 | 2026-05-08 | = | - | begins within a holiday | 行政处罚法85

# Months and years outside custody: the day itself strictly, moved leniently.
months | 12 months | 1982-03-10 | 1983-03-10 | = | 1983年放假安排未载入 | bail since 1982: long overdue, plan unknown | 刑诉法79
months | 12 months | 2025-10-02 10:00 | 2026-10-02 | 2026-10-08 | 从严不顺延 | bail ends on 国庆 | 刑诉法79
months | 1 month | 2026-01-31 10:00 | 2026-02-28 | = | 2月没有31日，到月末 | 31 January and a month | 刑诉法解释202
months | 1 month | 2028-01-31 10:00 | 2028-02-29 | = | 2月没有31日，到月末 | the same in a leap year | 刑诉法解释202
months | 12 months | 2024-02-29 10:00 | 2025-02-28 | = | 2月没有29日，到月末 | a year from a leap day | 刑诉法79
months | 48 months | 2024-02-29 10:00 | 2028-02-29 | = | - | four years from leap day to leap day | 刑诉法解释202
months | 1 year | 2024-02-29 10:00 | 2025-02-28 | = | 按年计算到对应日 | the same period written in years | 刑诉法解释202
months | 6 months | 2026-08-31 23:59 | 2027-02-28 | 2027-03-01 | 周日 | month's end that is a Sunday | 刑诉法79
months | 1 month | 2026-02-28 10:00 | 2026-03-28 | 2026-03-30 | 周六 | the same day, not the month's end | 羁押期限规定4
months | 2 years | 2024-11-21 | 2026-11-21 | 2026-11-23 | 周末是否算节假日条文没有写 | two years end on a Saturday | 行政处罚法36
months | 3 months | 2026-02-09 00:00 | 2026-05-09 | = | - | ends on a worked Saturday | 刑诉法151
months | 6 months | 2025-12-31 10:00 | 2026-06-30 | = | 6月没有31日 | half a year to a shorter month | 治安管理处罚法25
months | 12 months | 2026-01-01 00:00 | 2027-01-01 | 2027-01-04 | 元旦假期 | fixed festival of a year without plan | 刑诉法79
`;
