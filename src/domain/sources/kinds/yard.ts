import { INSPECTION, PLACED, type SourceSchema } from './schema'

/** 物流园、停车场、渣土消纳场 (clause 27): hardened, washed, watered and swept every day. */
export const yard: SourceSchema = {
  kind: 'yard',
  place: 'point',
  fields: [
    ...PLACED,
    {
      name: 'use',
      headings: ['场地类型', '场所类型', '用途'],
      type: 'text',
      values: ['物流园', '停车场', '渣土消纳场'],
    },
    { name: 'hardened', headings: ['地面硬化', '场地硬化'], type: 'flag' },
    { name: 'wheelWash', headings: ['车辆冲洗设施', '出入口车辆冲洗', '洗车设施', '冲洗平台'], type: 'flag' },
    { name: 'sprinklers', headings: ['场地喷淋', '喷淋设施', '喷淋'], type: 'flag' },
    { name: 'weather', headings: ['当日天气', '天气'], type: 'text', values: ['正常', '大风', '高温', '沙尘'] },
    { name: 'wateringsPerDay', headings: ['每日洒水次数', '洒水次数', '日洒水次数'], type: 'number', range: [0, 100] },
    { name: 'wetSweepsPerDay', headings: ['每日湿扫次数', '湿扫次数'], type: 'number', range: [0, 100] },
    ...INSPECTION,
  ],
}
