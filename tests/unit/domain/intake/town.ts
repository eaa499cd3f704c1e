import type { Position } from '@/domain/geodesy/position'
import type { IntakeBase, KnownPoint } from '@/domain/intake/intake-base'
import type { EvidenceBase } from '@/domain/intake/recognise/datum'
import { type IntakeChoice, makePlan, type PlanBase } from '@/domain/intake/recognise/make-plan'
import type { Merge } from '@/domain/intake/recognise/sheet'
import { targetsOf } from '@/domain/intake/recognise/target'
import { vocabularyOf } from '@/domain/intake/recognise/vocabulary'
import type { Field } from '@/domain/sources/kinds/field'
import type { Kind } from '@/domain/sources/kinds/kind'
import type { Meaning } from '@/domain/sources/kinds/meaning'

const field = (name: string, heading: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  name,
  title: { zh: heading, en: name },
  headings: [heading],
  type,
  ...more,
})
/** A field whose name is its meaning. */
const meaningField = (means: Meaning, heading: string, type: Field['type'], more: Partial<Field> = {}) =>
  field(means, heading, type, { means, ...more })

const PLACE = [
  meaningField('county', '区县', 'text'),
  meaningField('lon', '经度', 'number', { range: [-180, 180] }),
  meaningField('lat', '纬度', 'number', { range: [-90, 90] }),
]

const kind = (
  id: string,
  zh: string,
  words: readonly string[],
  fields: readonly Field[],
  more: Partial<Kind> = {},
): Kind => ({
  id,
  title: { zh, en: id },
  place: 'point',
  symbol: { shape: 'square' },
  words,
  findable: true,
  ring: false,
  shown: true,
  fields,
  ...more,
})

/** A stockpile kind, with a date that every row must have. */
export const PILE: Kind = kind(
  'pile',
  '堆场',
  ['堆场', '料堆'],
  [
    meaningField('code', '堆场编号', 'text', { required: true, headings: ['堆场编号', '编号'] }),
    meaningField('name', '堆场名称', 'text', { required: true, headings: ['堆场名称', '名称'] }),
    ...PLACE,
    meaningField('address', '地址', 'text'),
    field('material', '物料', 'text', { values: ['煤', '沙', '石'] }),
    field('covered', '是否覆盖', 'flag'),
    meaningField('area', '占地面积', 'number', { range: [0, 1_000_000], unit: 'm²' }),
    meaningField('inspectedOn', '检查日期', 'day'),
  ],
)

/** A factory kind with credit codes and surveys of emissions. */
export const FACTORY: Kind = kind(
  'factory',
  '工厂',
  ['工厂', '企业'],
  [
    meaningField('code', '企业编号', 'text', { required: true, headings: ['企业编号', '编号'] }),
    meaningField('name', '企业名称', 'text', { required: true, headings: ['企业名称', '名称'] }),
    ...PLACE,
    meaningField('creditCode', '统一社会信用代码', 'text'),
    meaningField('surveyedOn', '监测日期', 'day'),
    field('emission', '排放量', 'number'),
  ],
  {
    surveys: {
      id: 'factory-surveys',
      title: { zh: '工厂监测', en: 'Factory surveys' },
      words: ['排放监测'],
      fields: [
        meaningField('source', '被测企业', 'text', { required: true }),
        meaningField('surveyedOn', '监测日期', 'day', { required: true }),
        field('emission', '排放量', 'number'),
      ],
    },
  },
)

export const TARGETS = targetsOf([PILE, FACTORY])
export const VOCABULARY = vocabularyOf(TARGETS)

const COUNTIES: Readonly<Record<string, string>> = { '01': '东县', '02': '西县' }
const EAST_FROM = 108.7

/** A town of two counties, 西县 west of 108.7° and 东县 east of it, from 34° to 35° north. */
export function townOf(points: readonly KnownPoint[] = [], more: Partial<IntakeBase> = {}): IntakeBase {
  let made = 0
  return {
    file: 'a.xlsx',
    sheet: '表1',
    findCounty: (text) => Object.entries(COUNTIES).find((pair) => pair.includes(text.trim()))?.[0] ?? null,
    similarCounty: () => null,
    countyName: (code) => COUNTIES[code] ?? code,
    isCity: (text) => text === '全市' || text === '两县市',
    countyAt: ([lon, lat]: Position) => (lat < 34 || lat > 35 ? null : lon >= EAST_FROM ? '01' : '02'),
    known: () => null,
    riverMetres: () => Number.POSITIVE_INFINITY,
    codeOf: () => null,
    uncodedAs: () => null,
    newCode: () => `N${++made}`,
    pointsOf: (text) => points.filter(({ code, name }) => code === text || name === text),
    findSource: (id, text) => (id === 'factory' && (text === 'F1' || text === '一厂') ? 'F1' : null),
    figureOf: () => null,
    months: [],
    belowDetectionShare: 0.5,
    ...more,
  }
}

export const NO_EVIDENCE: EvidenceBase = { known: () => null, countyAt: () => null, lineMetres: () => null }

/** What recognition knows about the town. */
export const planBase = (more: Partial<PlanBase> = {}): PlanBase => ({
  ...NO_EVIDENCE,
  vocabulary: VOCABULARY,
  centre: [108.7, 34.3],
  findCounty: townOf().findCounty,
  isOfList: () => false,
  wantedFlags: () => new Map(),
  isPoint: (text) => text === '政府大院',
  ...more,
})

/** The plan for importing the rows of a sheet. */
export function planOf(
  rows: readonly (readonly string[])[],
  {
    context = '',
    crs = '',
    choice = {},
    base = {},
    merges = [],
    name = '',
  }: {
    readonly context?: string
    readonly crs?: string
    readonly choice?: IntakeChoice
    readonly base?: Partial<PlanBase>
    readonly merges?: readonly Merge[]
    readonly name?: string
  } = {},
) {
  return makePlan({ name, rows, merges, hiddenColumns: [] }, context, crs, choice, planBase(base))
}
