import fc from 'fast-check'
import { ByteWriter, parquetWrite } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { readJt808 } from '@/domain/trucks/jt808'
import { EMPTY, FULL, HALF, PER_DEGREE, STATE, UNKNOWN } from '@/domain/trucks/positions'
import { trackColumns } from '@/domain/trucks/track-form'
import { exportsEn } from '@/i18n/exports.en'
import { exportsZh } from '@/i18n/exports.zh-CN'
import { readTrackExport } from '@/io/tracks/read-track-export'
import { writePositions } from '@/io/tracks/write-tracks'
import { batch, location, packet } from './packets'

const SECOND = Date.parse('2022-10-31T00:00:15Z') / 1000

describe('a packet of JT/T 808', () => {
  it('is reported with its fault: no plate, position 0,0, swapped coordinates, or unreadable fields', async () => {
    const head = '车牌号,时间,经度,纬度,速度,载重状态,密闭状态,举升状态'
    const row = (plate: string, place: string, rest: string) => `${plate},2022-10-31 08:00:15,${place},${rest}`
    const read = (await readTrackExport(
      csv(
        head,
        row('A', '108.7,34.35', '12,空车,密闭,未举升'),
        row('', '108.7,34.35', '12,空车'),
        row('A', '0,0', '12,空车'),
        row('A', '34.35,108.7', '12,空车'),
        row('A', '108.8,34.35', '快,不明,半开?,坏'),
        row('A', '108.9,34.35', '--,,--,'),
      ),
    ))!
    expect(read.unread.named.map(({ why, column }) => [why, column])).toEqual([
      ['plate', '车牌号'],
      ['origin', '经度, 纬度'],
      ['swapped', '经度, 纬度'],
      ['figure', '速度'],
      ['figure', '载重状态'],
      ['figure', '密闭状态'],
      ['figure', '举升状态'],
    ])
    expect(read.positions.second).toHaveLength(3)
  })

  it('contains the truck’s position, with the time in Asia/Shanghai', () => {
    expect(readJt808(`[2022-10-31 08:00:16] ${packet(0x0200, location())}`)).toEqual({
      terminal: '13900000001',
      positions: [
        { second: SECOND, lon: 108_700_000, lat: 34_350_000, speed: 425, direction: 270, load: FULL, state: 0 },
      ],
      hasUnfixed: false,
    })
  })

  it('may be a batch sent late, in GCJ-02, without a position, or south and west', () => {
    const bodies = [
      location({ status: 0x22 }),
      location({ status: 0 }),
      location({ status: 0xe, time: '221031080045' }),
    ]
    const read = readJt808(packet(0x0704, batch(...bodies)))
    expect(read).toMatchObject({
      positions: [
        { second: SECOND, state: STATE.encrypted, load: 0 },
        { second: SECOND + 30, lat: -34_350_000, lon: -108_700_000 },
      ],
      hasUnfixed: true,
    })
  })

  it('is read for any bytes, and refused if a byte was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fff_ffff }), fc.integer({ min: 0, max: 59 }), (lat, minute) => {
        const time = `2210310800${String(minute).padStart(2, '0')}`
        const text = packet(0x0200, location({ lat, time }))
        expect(readJt808(text)).toMatchObject({ positions: [{ lat }] })
        const at = 40
        const other = text[at] === '0' ? '1' : '0'
        expect(readJt808(text.slice(0, at) + other + text.slice(at + 1))).toHaveProperty('fault')
      }),
    )
  })

  it('is not found in a line of something else', () => {
    expect(readJt808('7e000200007e')).toBeNull()
  })
})

const csv = (...lines: string[]) => new File([lines.join('\n')], '10月31日.csv')

describe('an export of positions', () => {
  it('is read by its headings, and unreadable rows are reported', async () => {
    const read = await readTrackExport(
      csv(
        '序号,车牌号,定位时间,经度,纬度,速度(km/h),方向,载重状态,密闭状态,举升状态',
        '1,陕D·12345,2022-10-31 08:00:15,108.7,34.35,42.5,270,重车,未密闭,举升',
        '2,陕D12345,2022/10/31 8:00:45,108.701,34.35,,,空车,密闭,',
        '3,陕D12345,昨天,108.7,34.35,1,1,空车,密闭,',
        '4,陕D12345,2022-10-31 08:01:15,0,0,1,1,空车,密闭,',
      ),
    )
    const { positions, unread } = read!
    expect(positions.trucks).toEqual(['陕D12345'])
    expect([...positions.second]).toEqual([SECOND, SECOND + 30])
    expect([...positions.lon]).toEqual([108.7 * PER_DEGREE, 108.701 * PER_DEGREE])
    expect([...positions.speed]).toEqual([425, 0xffff])
    expect([...positions.load]).toEqual([FULL, 0])
    expect([...positions.state]).toEqual([STATE.open | STATE.lifted, STATE.closed])
    expect(unread.named.map(({ spans, why }) => [spans[0]!.from, why])).toEqual([
      [4, 'time'],
      [5, 'origin'],
    ])
  })

  it('takes marks of yes and no in its states as tables of sources do, and says how', async () => {
    const row = (second: number, states: string) => `A,2022-10-31 08:00:${second},108.7,34.35,12,${states}`
    const read = (await readTrackExport(
      csv(
        '车牌号,时间,经度,纬度,速度,载重,是否密闭,举升,定位有效',
        row(10, '有,√,是,1'),
        row(20, '无,×,否,1'),
        row(30, '有,无,x,√'),
        row(40, '重车,密闭,,0'),
        row(50, '空车,未密闭,?,有效'),
      ),
    ))!
    expect([...read.positions.load]).toEqual([FULL, EMPTY, FULL, EMPTY])
    expect([...read.positions.state]).toEqual([
      STATE.closed | STATE.lifted,
      STATE.open | STATE.lowered,
      STATE.open | STATE.lowered,
      STATE.open,
    ])
    expect(read.flagWords).toEqual([
      { field: 'load', yes: ['有'], no: ['无'] },
      { field: 'closed', yes: ['√'], no: ['×', '无'] },
      { field: 'lift', yes: ['是'], no: ['否', 'x'] },
      { field: 'fixed', yes: ['1', '√'], no: ['0'] },
    ])
    // Without a satellite fix the coordinates are those of some earlier moment.
    expect(read.unread.named.map(({ why, column }) => [why, column])).toEqual([
      ['unfixed', '定位有效'],
      ['figure', '举升'],
    ])
  })

  it('has digits of JT/T 808 in its column of loads if any of them is more than yes or no', async () => {
    const loads = async (...codes: string[]) => {
      const rows = codes.map((code, i) => `A,2022-10-31 08:00:1${i},108.7,34.35,12,${code}`)
      const { positions, flagWords } = (await readTrackExport(csv('车牌号,时间,经度,纬度,速度,载重', ...rows)))!
      return [[...positions.load], flagWords]
    }
    expect(await loads('0', '1', '3')).toEqual([[EMPTY, HALF, FULL], []])
    expect(await loads('00', '01', '01')).toEqual([[EMPTY, HALF, HALF], []])
    expect(await loads('0', '1', '1')).toEqual([[EMPTY, FULL, FULL], [{ field: 'load', yes: ['1'], no: ['0'] }]])
  })

  it('names the columns that nothing is read from', async () => {
    const read = await readTrackExport(
      csv('序号,车牌号,日期,时间,经度,纬度,速度,里程(km),数据类别', '1,A,2022-10-31,08:00:15,108.7,34.35,12,3.4,真实'),
    )
    expect(read!.others).toEqual(['序号', '里程(km)'])
  })

  it('leaves out whole rows whose coordinates are blank, masked, encrypted or out of range, and says so', async () => {
    const row = (place: string) => `A,2022-10-31 08:00:15,${place},12`
    const { positions, unread } = (await readTrackExport(
      csv(
        '车牌号,时间,经度,纬度,速度',
        row('108.7,34.35'),
        row(','),
        row('108.***,34.***'),
        row('8fK=,Zq1='),
        row('999,34'),
      ),
    ))!
    expect(positions.second).toHaveLength(1)
    expect(unread.named).toMatchObject([{ why: 'position', column: '经度, 纬度', rows: 4 }])
    expect(exportsZh.why.position).toMatch(/加密.*整行未读取$/)
    expect(exportsEn.why.position).toMatch(/encrypted.*row not read$/)
  })

  it('belongs to the truck in its file name if no column has one', async () => {
    const read = await readTrackExport(csv('时间,经度,纬度,速度', '2022-10-31 08:00:15,108.7,34.35,12'))
    expect(read!.positions.trucks).toEqual(['10月31日'])
    expect([...read!.positions.load]).toEqual([UNKNOWN])
  })

  it('may consist of packets, one per line, whose terminals have plates', async () => {
    const text = [
      `x ${packet(0x0200, location())}`,
      packet(0x0200, location({ status: 0, time: '221031080030' })),
      packet(0x0200, location({ time: '221031080045' })),
    ].join('\r\n')
    const read = await readTrackExport(new File([text], 'gps.log'), undefined, () => '陕D00001')
    expect(read!.positions.trucks).toEqual(['陕D00001'])
    expect(read!.positions.second.length).toBe(2)
    const unfixed = { why: 'unfixed', device: '陕D00001', rows: 1 }
    expect(read!.unread.named).toEqual([expect.objectContaining(unfixed)])
  })

  it('leaves out positions of packets that are nowhere, as it does those of a table', async () => {
    const late = batch(location({ lon: 0, lat: 0 }), location({ time: '221031080045' }))
    const swapped = location({ lon: 34_350_000, lat: 108_700_000 })
    const text = [packet(0x0704, late), packet(0x0200, swapped), packet(0x0200, location({ lon: 0xffff_ffff }))].join(
      '\n',
    )
    const { positions, unread } = (await readTrackExport(new File([text], 'gps.log'), undefined, () => '陕D00001'))!
    expect([...positions.second]).toEqual([SECOND + 30])
    expect(unread.named.map(({ why, device, rows, seen }) => [why, device, rows, seen])).toEqual([
      ['origin', '陕D00001', 1, ['0, 0']],
      ['swapped', '陕D00001', 1, ['34.35, 108.7']],
      ['position', '陕D00001', 1, ['4294.967295, 34.35']],
    ])
  })

  it('may be Parquet: from a platform, by column names and local times, or an aggregated one', async () => {
    const writer = new ByteWriter()
    const at = [new Date('2022-10-31T08:00:15Z'), new Date('2022-10-31T08:00:45Z')]
    parquetWrite({
      writer,
      columnData: [
        { name: '车牌号', data: ['陕D1', '陕D1'] },
        { name: 'gps_time', data: at },
        { name: 'lng', data: [108.7, 108.701] },
        { name: 'lat', data: [34.35, 34.35] },
        { name: 'speed', data: [42.5, 0] },
        { name: 'tags', data: [['a', 'b'], []] },
        { name: 'maker', data: [{ lat: 1 }, { lat: 2 }] },
      ],
      schema: [
        { name: 'root', num_children: 7 },
        { name: '车牌号', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
        {
          ...{ name: 'gps_time', type: 'INT64', repetition_type: 'REQUIRED' },
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
        },
        { name: 'lng', type: 'DOUBLE', repetition_type: 'REQUIRED' },
        { name: 'lat', type: 'DOUBLE', repetition_type: 'REQUIRED' },
        { name: 'speed', type: 'DOUBLE', repetition_type: 'REQUIRED' },
        // A list and a struct are skipped with their contents.
        { name: 'tags', num_children: 1, converted_type: 'LIST', repetition_type: 'REQUIRED' },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
        { name: 'maker', num_children: 1, repetition_type: 'REQUIRED' },
        { name: 'lat', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      ],
    })
    const table = new File([writer.getBuffer()], 'october.parquet')
    const read = (await readTrackExport(table))!
    expect([...read.positions.second]).toEqual([SECOND, SECOND + 30])
    expect([...read.positions.speed]).toEqual([425, 0])
    expect([...read.lines]).toEqual([2, 3])

    const folded = new File([writePositions(read.positions)], '2022-10.parquet')
    const again = (await readTrackExport(folded))!
    expect({ ...again.positions, trucks: [...again.positions.trucks] }).toEqual(read.positions)
    // The number of rows is reported before any is read, so that reading can be stopped if there are too many.
    for (const file of [table, folded]) {
      const said: unknown[] = []
      const ended = readTrackExport(file, (progress) => {
        said.push(progress)
        throw new Error('too many')
      })
      await expect(ended).rejects.toThrow('too many')
      expect(said).toEqual([{ rows: 2, consumed: 0 }])
    }
    await expect(readTrackExport(new File(['PAR1 and no more'], 'x.parquet'))).rejects.toMatchObject({
      why: 'no-parquet',
    })
  })

  it('is not recognised in another type of table', async () => {
    expect(await readTrackExport(csv('名称,经度,纬度,检查时间', '某工地,108.7,34.35,2022-10-31 08:00'))).toBeNull()
    expect(await readTrackExport(csv('设备,时间,TSP', 'A,2022-10-31 08:00,1'))).toBeNull()
    expect(trackColumns(['车牌号码', 'GPS时间', '经度(GCJ-02)', '纬度(GCJ-02)'])).toEqual({
      plate: 0,
      time: 1,
      lon: 2,
      lat: 3,
    })
  })
})
