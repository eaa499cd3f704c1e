import { describe, expect, it } from 'vitest'
import { zh } from '@/i18n/zh-CN'
import { dataTexts, textsOf } from './located-texts'

/** Search words are typed by the user and shown on no screen. */
const TYPED = /^(?:search\.words|manual\.(?:words|synonyms))(?:\.|$)/

const screen = textsOf(zh).filter(([key]) => !TYPED.test(key))

/** Words that offices do not use, and what to use instead. */
const NOT: readonly (readonly [word: RegExp, instead: string])[] = [
  [/接管/, '导入'],
  [/探索/, '一张图'],
  [/基准日期/, '截至日期'],
  [/种类/, '类别'],
  [/无位置/, '待定位'],
  [/责任单位|责任部门/, '牵头部门 or 建设（运营）单位'],
  [/不达标|没有达标/, '不符合要求, or 超标 of dustfall'],
  [/最糟|多糟/, '按严重程度排序, 问题轻重'],
  [/为什么/, '计算依据'],
  [/数字背后/, '区县情况分析'],
  [/企业圈|圈内|圈外/, '市区周边范围'],
  [/演讲者/, '汇报人窗口, 汇报备注'],
  [/公布这些/, '锁定为公布值'],
  [/打包|交回/, '生成巡查包（.zip）'],
  [/办公室/, '内勤'],
  [/工作区/, '数据备份'],
  [/推送/, '上传到共享文件夹'],
  [/阳光模式/, '强光模式'],
  [/恶化|变差/, '升高, 反弹'],
  [/点名/, '方案限期任务, 方案所列'],
  [/发现新污染源/, '登记新污染源'],
  [/道路积尘$|非道路机械|暴露堆(?!体)/, '道路, 非道路移动机械, 暴露堆体'],
  [/监测仪(?<!扬尘在线监测仪)|扬尘监测(?!日报)/, '扬尘在线监测仪, 扬尘在线监测'],
  [/空缸|空白质量|样品质量/, '瓷坩埚质量, 空白值, 瓷坩埚加降尘质量'],
  [/读不懂|取不到|不认识|不对(?![比外])|画不了|打不开|连不上|读不了|用不了|存不下/, 'what happened and what to do'],
  [/没法|谁|(?<!一)致：|关于\{/, 'the style of official documents'],
  [/[一二三四五六七八九两]成(?!双)/, 'digits and %'],
  [/椭球|测地线|Karney/, 'no word of a method'],
]

describe('Chinese texts', () => {
  it.each(NOT)('of screens, data and documents do not contain %s', (word) => {
    expect([...screen, ...dataTexts()].filter(([, text]) => word.test(text))).toEqual([])
  })

  it('use 类别 for a kind of source; 类型 is the type of a value, file or map', () => {
    const typed = /^(problem\.|data\.template\.|basemap\.)/
    expect(screen.filter(([where, text]) => text.includes('类型') && !typed.test(where))).toEqual([])
  })

  it('have Chinese punctuation', () => {
    // Notations that the user types or a file contains keep their punctuation.
    const plain = (text: string) =>
      text.replace(/\{\{.*?\}\}/g, '口').replace(/经度,纬度|\d+\.\d+,\d+\.\d+|X-Y|\{[zxyA-Z]\w*\}/g, '')
    const western = /\p{Script=Han}[,;:?!]|[,;?!]\p{Script=Han}|\p{Script=Han}\(|\(\p{Script=Han}|\.$(?<!\.\.\.)/u
    const units = /吨\/\(平方公里·月\)/g
    expect(
      [...screen, ...dataTexts().filter(([where]) => !/headings|fields/.test(where))].filter(([, text]) =>
        western.test(plain(text.replace(units, ''))),
      ),
    ).toEqual([])
  })
})
