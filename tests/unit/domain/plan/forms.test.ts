import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { responsibilitiesIn } from '@/domain/plan/bodies'
import { outlineOf } from '@/domain/plan/outline'
import { plainForm } from '@/domain/plan/plan-text'
import { readPlan } from '@/domain/plan/read-plan'

/** Invented texts with forms that the plans in the fixtures do not have. */
const only = (words: string, year = 2023) => readPlan(`甲市2023年工作方案\n1.任务。${words}`, [], year).clauses[0]!

function bodies(words: string, known: readonly string[] = []) {
  const of = { text: words, plain: plainForm(words) }
  return responsibilitiesIn(of, { start: 0, end: words.length }, known).flatMap(({ bodies }) =>
    bodies.map(({ role, name, doubt }) => `${role} ${name}${doubt ? ` ${doubt}` : ''}`),
  )
}

describe('the departments of a clause', () => {
  it('have their roles, also if several lists share a role or a suffix is written once', () => {
    expect(bodies('〔市甲局牵头，市乙中心，丙市、丁县政府，戊管委会落实〕')).toEqual([
      'lead 市甲局',
      'carriedOutBy 市乙中心',
      'carriedOutBy 丙市政府',
      'carriedOutBy 丁县政府',
      'carriedOutBy 戊管委会',
    ])
    expect(bodies('〔市甲局、市乙局等按照职责分工负责，市丙局及市级有关部门参与〕')).toEqual([
      'lead 市甲局',
      'lead 市乙局',
      'support 市丙局',
      'support 市级有关部门',
    ])
  })

  it.each([
    [
      '（市甲局牵头，市乙局配合，各县（市、区）政府负责落实）',
      ['lead 市甲局', 'support 市乙局', 'carriedOutBy 各县（市、区）政府'],
    ],
    ['(由市甲局负责)', ['lead 市甲局']],
    ['【责任单位：市甲局、市乙局】', ['lead 市甲局', 'lead 市乙局']],
    [
      '牵头单位：市甲局；配合单位：市乙局、市丙局；落实单位：各区政府',
      ['lead 市甲局', 'support 市乙局', 'support 市丙局', 'carriedOutBy 各区政府'],
    ],
    ['〔市甲局牵头，各县市区政府负责〕', ['lead 市甲局', 'carriedOutBy 各县市区政府']],
    ['〔市甲局、市乙局〕', ['lead 市甲局 role-not-said', 'lead 市乙局 role-not-said']],
  ])('%s', (words, expected) => {
    expect(bodies(words)).toEqual(expected)
  })

  it('are not read from other brackets', () => {
    for (const words of [
      '（附件略）',
      '〔2022〕32号',
      '（含临时停车场）',
      '加强组织落实（见附件）',
      '[注1]',
      '（落实）',
    ])
      expect(bodies(words), words).toEqual([])
  })

  it('with a short or misspelt name are replaced by the package’s name, which is noted', () => {
    const known = [
      '市住房和城乡建设局',
      '市发展和改革委员会',
      '市工业和信息化局',
      '市公安局',
      '市公安局交警支队',
      '市水利局',
    ]
    expect(bodies('〔市住建局、市发改委、市工业和信息局牵头，市公安局、市水务局参与〕', known)).toEqual([
      'lead 市住房和城乡建设局 name-like-known',
      'lead 市发展和改革委员会 name-like-known',
      'lead 市工业和信息化局 name-like-known',
      'support 市公安局',
      'support 市水务局',
    ])
  })
})

describe('the deadlines of a clause', () => {
  it.each([
    ['5月底前完成', '2023-05-31', null],
    ['2024年2月底前完成', '2024-02-29', null],
    ['６月１０日前，完成', '2023-06-10', null],
    ['到2025年，完成', '2025-12-31', null],
    ['年底前完成', '2023-12-31', null],
    ['年内完成', '2023-12-31', null],
    ['年内启动', '2023-12-31', 'not-finished'],
    ['第三季度末前完成', '2023-09-30', null],
    ['9月中旬前完成', '2023-09-20', null],
    ['上半年完成', '2023-06-30', null],
    ['7月1日起施行', '2023-07-01', 'from-day'],
    ['5月前完成', '2023-04-30', 'before-month'],
    ['1月前完成', '2022-12-31', 'before-month'],
    ['明年底前完成改造', '2024-12-31', null],
    ['明年6月底前建成', '2024-06-30', null],
    ['次年一季度前验收', '2024-03-31', null],
    ['下一年3月底前完成', '2024-03-31', null],
    ['提交说明年底前完成', '2023-12-31', null],
    ['采暖季前完成', null, 'no-day'],
  ])('%s', (words, day, doubt) => {
    expect(only(words).deadlines).toMatchObject([{ day, doubt }])
  })

  it('are not read from other numbers of years or months', () => {
    for (const words of ['三年内完成', '每年底上报', '超过3个月的', '13月底前', '2月30日前', '2021年以来'])
      expect(only(words).deadlines, words).toEqual([])
  })

  it('take the year last named in their sentence, and are doubtful before the day of issue', () => {
    expect(only('2024年3月底前开工，10月底前完成。11月底前验收').deadlines.map(({ day }) => day)).toEqual([
      '2024-03-31',
      '2024-10-31',
      '2023-11-30',
    ])
    expect(only('2025年10月底前开工，次年1月底前完成').deadlines.map(({ day }) => day)).toEqual([
      '2025-10-31',
      '2026-01-31',
    ])
    const { clauses } = readPlan('甲市2023年工作方案\n2023年6月1日\n1.甲。5月底前完成\n2.乙。7月底前完成', [], 2020)
    expect(clauses.map(({ deadlines }) => deadlines[0]!.doubt)).toEqual(['before-issue', null])
    const winter = readPlan('甲市2023-2024年秋冬季攻坚方案\n1.甲。11月底前完成。3月底前完成', [], 2020)
    expect(winter.clauses[0]!.deadlines.map(({ day, doubt }) => [day, doubt])).toEqual([
      ['2023-11-30', 'year-guessed'],
      ['2024-03-31', 'year-guessed'],
    ])
  })

  it('state what is due if their own words only refer to it', () => {
    const what = (words: string) => only(words).deadlines.map((each) => each.what)
    expect(what('6月底前，制定弃土场整治方案，10月底前完成整治')).toEqual([
      '制定弃土场整治方案',
      '制定弃土场整治方案，完成整治',
    ])
    expect(what('弃土场10月底前完成整治')).toEqual(['弃土场完成整治'])
    expect(what('5月底前，参照工地扬尘治理标准，制定弃土场整治方案')).toEqual(['制定弃土场整治方案'])
    expect(what('年内启动改造，2024年10月底前完成')).toEqual(['启动改造', '启动改造，完成'])
    expect(what('编码登记率达到95%以上，8月底前完成')).toEqual(['编码登记率达到95%以上'])
    expect(what('输送系统封闭改造，6月底前全部完成')).toEqual(['输送系统封闭改造'])
  })

  it('can recur at intervals', () => {
    const often = only('每季度校准，逐月排名，每天不低于2次，每周通报，每半年评估，长期坚持').recurrences
    expect(often.map(({ every }) => every)).toEqual(['quarter', 'month', 'day', 'week', 'half-year', 'standing'])
  })
})

describe('the figures of a clause', () => {
  it.each([
    ['平均降尘量不高于7吨/月·平方公里', '≤ 7 吨/(平方公里·月)', '平均降尘量'],
    ['平均降尘量不得高于6.5吨/平方公里・月', '≤ 6.5 吨/(平方公里·月)', '平均降尘量'],
    ['机械化清扫率达到90％以上', '≥ 90 %', '机械化清扫率'],
    ['抽测比例不低于20%', '≥ 20 %', '抽测比例'],
    ['PM2.5浓度控制在45微克/立方米以内', '≤ 45 微克/立方米', 'PM2.5浓度'],
    ['PM2.5浓度降至45μg/m³', '≤ 45 微克/立方米', 'PM2.5浓度'],
    ['煤炭消费量下降5%', '≥ 5 %', '煤炭消费量下降'],
    ['新增新能源公交车1,200辆', '≥ 1200 辆', '新增新能源公交车'],
    ['每天至少3次的湿扫作业', '≥ 3 次', '每日湿扫作业次数'],
    ['雨水口每季度至少清洗2次', '≥ 2 次', '雨水口每季度清洗次数'],
    ['夜间施工每月最多安排3次', '≤ 3 次', '夜间施工每月安排次数'],
    ['完成生产企业6批次涂料抽测', '≥ 6 批次', '生产企业涂料抽测'],
    ['严格落实“六个100%”要求', '= 100 %', '六个100%'],
    ['对部分机械进行排放测试，比例不得低于20%', '≥ 20 %', '部分机械排放测试比例'],
  ])('%s', (words, figure, what) => {
    const [found, ...more] = only(words).figures
    expect(more).toEqual([])
    expect(`${found!.comparison} ${found!.value} ${found!.unit}`).toBe(figure)
    expect([found!.use, found!.what]).toEqual(['target', what])
  })

  it('are intervals, not figures, in “once per month”', () => {
    for (const words of ['雨水口每季度至少清洗1次', '每月不少于1次巡查', '每半年检测1次', '每个季度组织1次联合执法']) {
      const { figures, recurrences } = only(words)
      expect([figures, recurrences.length], words).toEqual([[], 1])
    }
    expect(only('年均浓度1次').figures).toHaveLength(1)
  })

  it('are named by what they count, not by the verb or the start of the sentence', () => {
    const names = (words: string) =>
      only(words)
        .figures.filter(({ use }) => use === 'target')
        .map(({ what, value }) => `${value} ${what}`)
    expect(names('督促全市22个重点行业及市区周边25公里范围内328家企业对标A级标准实施升级改造')).toEqual([
      '22 重点行业',
      '328 市区周边25公里范围内企业',
    ])
    expect(names('确保主城区道路机械化清扫率达到90%以上，县（市）建成区达到70%以上')).toEqual([
      '90 主城区道路机械化清扫率',
      '70 县（市）建成区道路机械化清扫率',
    ])
    // A share with a name of its own does not continue the one before it.
    expect(names('绿色建筑占比提升到60%、装配式建筑占比达到24%')).toEqual(['60 绿色建筑占比', '24 装配式建筑占比'])
  })

  it('are conditions if they limit what a task applies to', () => {
    const use = (words: string) => only(words).figures.map(({ use, value }) => `${use} ${value}`)
    expect(use('淘汰35蒸吨/小时及以下燃煤锅炉')).toEqual(['condition 35'])
    expect(use('裸置时间超过3个月的，进行绿化')).toEqual(['condition 3'])
    expect(use('含硫量高于0.7%的煤炭')).toEqual(['condition 0.7'])
  })

  it('are not read from standards, document numbers, times, years or headings', () => {
    for (const words of [
      'GB/T38597—2020',
      'PM2.5治理',
      '国发〔2018〕22号',
      '24小时值守',
      '第3批',
      '2022年',
      '国6B汽油',
    ])
      expect(only(words).figures, words).toEqual([])
  })
})

describe('the start of a clause', () => {
  const marks = (...lines: string[]) =>
    readPlan(lines.join('\n'), [], 2023).clauses.map(({ number, mark }) => `${number} ${mark}`)

  it('is found above the bracket with its departments, however it is numbered', () => {
    expect(marks('一、任务', '（一）甲。（市甲局牵头）', '1.小项', '2.小项', '（二）乙。（市乙局牵头）')).toEqual([
      '1 一、（一）',
      '2 一、（二）',
    ])
    expect(marks('一、甲', '1.子。〔市甲局牵头〕', '二、乙', '1.丑。〔市甲局牵头〕', '2.寅。〔市甲局牵头〕')).toEqual([
      '1 一、1.',
      '2 二、1.',
      '3 二、2.',
    ])
    expect(
      marks('一、甲', '（一）子', '1.丑。〔市甲局牵头〕', '2.寅。〔市甲局牵头〕', '（二）卯。〔市甲局牵头〕'),
    ).toEqual(['1 一、（一）1.', '2 一、（一）2.', '3 一、（二）'])
    expect(marks('第一条 甲。〔市甲局牵头〕', '第二条 乙。〔市甲局牵头〕')).toEqual(['1 第一条', '2 第二条'])
  })

  it('is not searched in an annex or in a second plan of the same document', () => {
    const text = '一、甲\n1.子。〔市甲局牵头〕\n二、乙\n2.丑。〔市甲局牵头〕\n附件1：清单\n其他\n'
    const { clauses } = outlineOf(text, [6])
    expect(text.slice(clauses[1]!.start, clauses[1]!.end)).toBe('2.丑。〔市甲局牵头〕')
    const two = `${text}乙市方案\n一、丙\n1.寅。〔市甲局牵头〕`
    const read = readPlan(two, [], 2023)
    expect(read.clauses).toHaveLength(2)
    expect(two.slice(read.next!)).toMatch(/^一、丙/)
  })
})

describe('any text', () => {
  const PIECES = [
    '一、',
    '（二）',
    '1.',
    '2、',
    '〔',
    '〕',
    '（',
    '）',
    '市甲局',
    '牵头',
    '，',
    '。',
    '；',
    '年底前',
    '5月底',
    '90%',
    '不低于',
    '7吨/月·平方公里',
    '超过',
    '以上',
    '的',
    '\n',
    '\r\n',
    '附件',
    '责任单位：',
    '等',
    '、',
    '及',
    '政府',
    '第三条',
    '每季',
    '😀',
    '\ud800',
  ]
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((parts) => parts.join('')),
  )

  it('is parsed without an exception, and every position is within its clause and the text', () => {
    fc.assert(
      fc.property(text, (words) => {
        const read = readPlan(words, ['市甲局'], 2023)
        let last = 0
        for (const { number, start, end, title, words: from, ...found } of read.clauses) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(words.length)
          last = end
          expect(number).toBeGreaterThan(0)
          const { responsibilities, deadlines, recurrences, figures } = found
          const bodies = responsibilities.flatMap(({ bodies }) => bodies)
          for (const span of [title, ...responsibilities, ...bodies, ...deadlines, ...recurrences, ...figures]) {
            expect(span.start).toBeGreaterThanOrEqual(span === title ? Math.min(from, end) : start)
            expect(span.end).toBeGreaterThanOrEqual(span.start)
            expect(span.end).toBeLessThanOrEqual(Math.max(end, title.end))
          }
          for (const { written, start: a, end: b } of bodies) expect(words.slice(a, b)).toBe(written)
        }
        expect(plainForm(words)).toHaveLength(words.length)
      }),
      { numRuns: 500 },
    )
  })

  it('is parsed in time proportional to its length, whatever it repeats', () => {
    const long = (piece: string) => piece.repeat(Math.ceil(8_000 / piece.length))
    for (const piece of ['（', '〔市甲局牵头', '5月底前', '90%', '1.', '一、', '、', '1.甲〔市甲局牵头〕\n', '年'])
      expect(readPlan(`一、甲\n${long(piece)}`, [], 2023).text.length).toBeGreaterThan(8_000)
  })
})
