import { commonForms } from '@/domain/sources/reading/cell'
import { bareHeading, headingParts, LONGEST_HEADING } from './header'

/**
 * Words for figures that are not the dustfall of a month: of another time, computed from the month's, or of something
 * else that is measured or counted.
 */
const OTHER_FIGURE = new RegExp(
  [
    '去年|上年|前年|往年|历年|同期|上月|累计|累积',
    '同比|环比|[较比](?:\\d|上|前|往|基准)|变化|变幅|增幅|降幅|升幅|增减|幅度|差值|倍数',
    '合计|最大|最小|最高|最低|排名|名次|位次',
    '限值|标准(?!化|状态)|目标|达标|超标|得分|扣分|评分|分值',
    '天数|次数|个数(?!据)|点数(?!据)|点位数(?![据值])|优良(?=天|率|比)',
    '[Pp][Mm]\\s*\\d|SO2|NO2(?!#|号|站|点)|NO[xX]|(?<![A-Za-z])O3|AQI|TSP|臭氧|颗粒物|二氧化|一氧化|空气质量指数',
  ].join('|'),
)

/** A bracket, which may have others in it. */
const BRACKET = /[([【](?:[^()[\]【】]|[([【][^()[\]【】]*[)\]】])*[)\]】]/g
/** What a figure is held against, or how it was sampled: `降尘量（标准限值7.0）`. */
const ASIDE = /限值|标准|目标|达标|考核|采样/
/** What the figure itself is: `降尘量（与目标差值）`, `降尘量（是否达标）`, `降尘（采样天数）`. */
const IS_ITSELF = /是否|情况|与否|率|[差比较]|天数[)\]】]$/

const BESIDE_HAN = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu

/**
 * A heading in common forms, without blanks between Chinese characters, and without brackets that say nothing about which
 * figure it has: `降尘量（限值9）`.
 */
export const figureHeading = (heading: string): string =>
  commonForms(heading.slice(0, LONGEST_HEADING))
    .replace(BESIDE_HAN, '')
    .replace(BRACKET, (bracket) => (ASIDE.test(bracket) && !IS_ITSELF.test(bracket) ? ' ' : bracket))

/** What a group of headings says of the columns below it: `降尘量` for `降尘量及同比变化`. */
const groupOf = (group: string) => group.replace(/(降尘[^及与和、]*)[及与和、].*/, '$1')

/** The group of a heading, if any, and its own words, as {@link figureHeading}. */
function partsOf(heading: string): string[] {
  const parts = headingParts(figureHeading(heading))
  return parts.map((part, at) => (at < parts.length - 1 ? groupOf(part) : part))
}

/** Whether a heading, or the group above it, says that its figures are not the dustfall of a month. */
export const isOtherFigure = (heading: string): boolean => partsOf(heading).some((part) => OTHER_FIGURE.test(part))

/** Whether a heading names, numbers or explains rows. */
export const isLabel = (heading: string): boolean => /备注|序号|编号|编码|代码|名称|缸号/.test(heading)

/** Whether a heading calls its figures means. */
export const isMean = (heading: string): boolean => /均值|平均/.test(heading)

/** Words in headings of dustfall: what it is, of which month, where, and how it was found. */
const OWN_WORDS =
  /大气|环境|空气|自然|城市|城镇|城区|主城|县城|市区|全市|建成区|区县|县区|各|点位|降尘|沉降|当月|本月|该月|当期|本期|今年|本年|当年|月份|月|年|份|日|号|至|到|监测|检测|测定|测量|实测|实际|统计|折算|公布|结果|数据|数值|情况|状况|均值|平均|总量|通量|量|值|的|dustfall/g
/** Numbers, and units without brackets: `降尘量t/km²·30d`. */
const UNITS = /平方公里|平方千米|平方米|吨|克|天|km2|m2|cm2|kg|mg|[tgd]|[/·•∙⋅・()*×^~∼〜-]|\d/g

/**
 * Whether a heading has no words but those of dustfall: `2022年11月降尘量（t/km²·30d）`, `本月`, `监测结果`, but not
 * `本月检查`.
 */
export const isPlainFigure = (heading: string): boolean =>
  partsOf(heading).every((part) => bareHeading(part).replace(OWN_WORDS, '').replace(UNITS, '') === '')
