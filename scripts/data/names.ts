import type { Random } from './random'

// Made-up places, streets and works. They name no company; each of their rows is marked 示例.
const STREETS = [
  '文林',
  '北塬',
  '渭阳',
  '秦苑',
  '五陵',
  '毕塬',
  '珠泉',
  '玉泉',
  '沈家',
  '同文',
  '望贤',
  '周陵',
  '永安',
  '清渭',
  '丰登',
  '思源',
  '朝阳',
  '东风',
  '新桥',
  '金山',
  '滨河',
  '柳仓',
  '龙台',
  '长虹',
  '启迪',
  '花店',
  '太平',
  '康定',
  '古渡',
  '花园',
]
const WORKS = [
  '改造',
  '安置小区',
  '商业综合体',
  '九年制学校',
  '医院',
  '地下车库',
  '住宅小区',
  '标准厂房',
  '保障房',
  '公园',
  '污水泵站',
  '管网',
  '产业园',
  '养老中心',
  '幼儿园',
]
const LOTS = ['一期', '二期', '三期', '一标', '二标', '三标']
const VILLAGES = [
  '北杜',
  '底张',
  '马庄',
  '钓台',
  '双照',
  '渭滨',
  '正阳',
  '窑店',
  '安村',
  '云阳',
  '王桥',
  '鲁桥',
  '陂西',
  '大程',
  '临平',
  '注泗',
  '阳洪',
  '烟霞',
  '史德',
  '石桥',
  '监军',
  '常宁',
  '昭仁',
  '相公',
  '城关',
  '土桥',
  '官庄',
  '润镇',
  '普集',
  '大庄',
  '小村',
  '西吴',
  '店张',
  '丰仪',
  '新民',
  '北极',
]
const MATERIAL_WORD: Record<string, string> = {
  沙: '砂石料场',
  煤: '煤场',
  渣: '渣堆',
  土: '土堆',
  垃圾: '垃圾堆',
  粉粒料: '粉料堆场',
}

const numerals = ['东', '西', '南', '北', '中']

export const siteName = (random: Random) =>
  `${random.pick(STREETS)}路${random.pick(['', '东段', '西段', '南段', '北段'])}${random.pick(WORKS)}${random.pick(LOTS)}`
export const demolitionName = (random: Random) =>
  `${random.pick(VILLAGES)}${random.pick(['村', '村东组', '村西组', '老街', '旧厂区'])}拆迁${random.pick(['', '一期', '二期'])}`
export const linearName = (random: Random) =>
  `${random.pick(STREETS)}${random.pick(['路管网', '路雨污分流', '大道拓宽', '渠清淤', '路综合管廊', '大道绿道'])}工程${random.pick(['', '一标', '二标'])}`
export const pileName = (random: Random, material: string) =>
  `${random.pick(VILLAGES)}${random.pick(numerals)}${MATERIAL_WORD[material]}`
export const yardName = (random: Random, use: string) =>
  `${random.pick(VILLAGES)}${random.pick(['', '东', '西', '北'])}${use}`
export const spoilName = (random: Random) => `${random.pick(VILLAGES)}${random.pick(['沟', '坡', '塬'])}弃土场`
export const roadName = (i: number) =>
  `示例${['东', '西', '南', '北'][i % 4]}${['一', '二', '三', '四', '五', '六', '七', '八'][Math.floor(i / 4)]}路`
export const enterpriseName = (random: Random, industry: string, i: number) =>
  `${random.pick(VILLAGES)}${industry}示例企业${String(i).padStart(3, '0')}`
export const VILLAGE_NAMES: readonly string[] = VILLAGES
