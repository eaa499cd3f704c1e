import { describe, expect, it } from 'vitest'
import { crcOf, readPacket } from '@/domain/monitoring/hj212'

/** A packet as a monitor sends it, with length and checksum. */
const packet = (text: string) =>
  `##${String(text.length).padStart(4, '0')}${text}${crcOf(text).toString(16).toUpperCase().padStart(4, '0')}`
const HEAD = 'QN=20221001081501000;ST=22;CN=2011;PW=123456;MN=610400YC01;Flag=5;'
const BODY = 'CP=&&DataTime=20221001081500;a34001-Rtd=0.213,a34001-Flag=N;a34002-Rtd=0.11,a34002-Flag=D;a01007-Rtd=&&'
/** 2022-10-01 08:15 in Asia/Shanghai. */
const MINUTE = Date.UTC(2022, 9, 1, 0, 15) / 60_000

describe('a packet of HJ 212', () => {
  it('has the checksum in the standard’s example', () => {
    const example =
      'QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&'
    expect([example.length, crcOf(example).toString(16)]).toEqual([101, '1c80'])
  })

  it('contains the values of a device at a minute, with flags; entries without a number are left out', () => {
    expect(readPacket(packet(HEAD + BODY))).toEqual({
      device: '610400YC01',
      minute: MINUTE,
      of: 'moment',
      values: [
        { parameter: 'tsp', value: 0.213, flag: 'N' },
        { parameter: 'pm10', value: 0.11, flag: 'D' },
      ],
    })
  })

  it('has the flag of an entry without a number: a device out of service', () => {
    const off = BODY.replace('a01007-Rtd=', 'a01007-Flag=F')
    expect(readPacket(packet(HEAD + off))).toMatchObject({
      values: [{ parameter: 'tsp' }, { parameter: 'pm10' }, { parameter: 'wind-speed', value: Number.NaN, flag: 'F' }],
    })
  })

  it('is found after the prefix of a log line', () => {
    expect(readPacket(`2022-10-01 08:15:02 [recv] ${packet(HEAD + BODY)} ok`)).toMatchObject({ device: '610400YC01' })
  })

  it('is refused if a character was changed or cut off, or without device or time', () => {
    const whole = packet(HEAD + BODY)
    expect(readPacket(whole.replace('0.213', '0.913'))).toEqual({ fault: 'checksum' })
    expect(readPacket(whole.slice(0, -3))).toEqual({ fault: 'length' })
    expect(readPacket(packet(HEAD.replace('MN=610400YC01;', '') + BODY))).toEqual({ fault: 'device' })
    expect(readPacket(packet(HEAD + BODY.replace('20221001', '20221301')))).toEqual({ fault: 'time' })
  })

  it('contains means if it is for minutes or an hour, by its own time only; days and others are told by command', () => {
    const minutes = HEAD.replace('2011', '2051') + BODY.replaceAll('Rtd', 'Avg')
    expect(readPacket(packet(minutes))).toMatchObject({ of: 'minutes', values: [{ value: 0.213 }, { value: 0.11 }] })
    const hour = minutes.replace('2051', '2061').replace('081500;a', '080000;a')
    expect(readPacket(packet(hour))).toMatchObject({ of: 'hour', minute: MINUTE - 15, values: [{ value: 0.213 }, {}] })
    expect(readPacket(packet(hour.replace('DataTime=20221001080000;', '')))).toEqual({ fault: 'time' })
    expect(readPacket(packet(HEAD.replace('2011', '2031') + BODY))).toEqual({ command: '2031' })
    const request = 'CP=&&BeginTime=20221001080000,EndTime=20221001090000&&'
    expect(readPacket(packet(HEAD.replace('2011', '2061') + request))).toBeNull()
    expect(readPacket('listening on port 9000')).toBeNull()
  })
})
