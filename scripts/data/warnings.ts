import type { Row } from './rows'

/** Made-up warnings: a past one for the whole city, and one for the plain that extends beyond the package's date. */
export const WARNINGS: readonly Row[] = [
  {
    code: 'YJ2022-01',
    name: '2022年第1号重污染天气橙色预警（示例）',
    level: '橙色',
    from: '2022-01-10 20:00',
    until: '2022-01-14 12:00',
    areas: '全市',
    issuer: '市应急指挥部（示例）',
  },
  {
    code: 'YJ2022-02',
    name: '2022年第2号重污染天气黄色预警（示例）',
    level: '黄色',
    from: '2022-10-29 12:00',
    until: '2022-11-03 12:00',
    areas: '秦都区、渭城区、高新区、兴平市、三原县、泾阳县、武功县',
    issuer: '市应急指挥部（示例）',
  },
]
