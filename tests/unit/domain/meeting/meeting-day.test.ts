import { describe, expect, it } from 'vitest'
import { countingDay, judgementDay, type MeetingNotes, meetingDay, withMeeting } from '@/domain/meeting/meeting-day'

const NOTED: MeetingNotes = {
  decisions: [
    { month: '2022-10', decidedOn: '2022-11-10' },
    { month: '2022-10', decidedOn: '2022-11-09' },
    { month: '2022-09', decidedOn: '2022-10-08' },
  ],
}
const onDay = (day: string, notes: MeetingNotes = {}) => ({ held: { '2022-10': { day } }, ...notes })

describe('the day of a meeting', () => {
  it('is the one that was set, whatever the notes contain', () => {
    expect(meetingDay(onDay('2022-11-08', NOTED), '2022-10', '2026-11-27')).toBe('2022-11-08')
    expect(judgementDay(onDay('2022-11-08', NOTED), '2022-10', '2026-11-27')).toBe('2022-11-08')
  })

  it('is today while the meeting can be held: in its month or the next', () => {
    for (const day of ['2022-10-01', '2022-10-31', '2022-11-30']) expect(meetingDay({}, '2022-10', day)).toBe(day)
    expect(meetingDay(undefined, '2022-12', '2023-01-06')).toBe('2023-01-06')
  })

  it('is unknown for a past month without a set day; decisions are judged by the last day of the month', () => {
    expect(meetingDay({}, '2022-10', '2022-12-01')).toBe('')
    expect(judgementDay({}, '2022-10', '2026-11-27')).toBe('2022-10-31')
    expect(judgementDay({}, '2022-12', '2022-10-15')).toBe('2022-10-15')
  })

  it('is that of the first decision in notes of earlier versions', () => {
    expect(meetingDay(NOTED, '2022-10', '2026-11-27')).toBe('2022-11-09')
    expect(meetingDay({ ...NOTED, held: { '2022-10': { place: '三楼' } } }, '2022-10', '2026-11-27')).toBe('2022-11-09')
  })

  it('can be in the future; until then decisions are judged by today', () => {
    expect(meetingDay(onDay('2022-11-16'), '2022-10', '2022-11-09')).toBe('2022-11-16')
    expect(judgementDay(onDay('2022-11-16'), '2022-10', '2022-11-09')).toBe('2022-11-09')
    expect(judgementDay(onDay('2022-11-16'), '2022-10', '2022-11-16')).toBe('2022-11-16')
  })

  it('stays empty if the user removed it', () => {
    expect(meetingDay(onDay('', NOTED), '2022-10', '2022-11-09')).toBe('')
    expect(judgementDay(onDay('', NOTED), '2022-10', '2022-11-20')).toBe('2022-10-31')
  })

  it('is the end of the month for counting if none was noted, so that papers printed again have the same figures', () => {
    for (const today of ['2022-11-01', '2022-11-20', '2022-12-05'])
      expect(countingDay({}, '2022-10', today, null)).toBe('2022-10-31')
    expect(countingDay({}, '2022-10', '2022-10-20', null)).toBe('2022-10-20')
    expect(countingDay(onDay(''), '2022-10', '2022-11-20', null)).toBe('2022-10-31')
    expect(countingDay(NOTED, '2022-10', '2022-11-20', null)).toBe('2022-11-09')
  })

  it('gives way to a chosen as-of date for the cases of its month', () => {
    const held = onDay('2022-11-08')
    const dayFor = (asOf: string | null, today = '2026-11-27') =>
      [false, true].map((linkedDates) => countingDay(held, '2022-10', today, { asOf, linkedDates }))
    expect(countingDay(held, '2022-10', '2026-11-27', null)).toBe('2022-11-08')
    expect(dayFor(null)).toEqual(['2022-11-08', '2022-11-08'])
    expect(dayFor('2022-11-15')).toEqual(['2022-11-15', '2022-11-15'])
    expect(dayFor('2022-10-01')).toEqual(['2022-10-01', '2022-10-01'])
    expect(dayFor('2022-11-15', '2022-11-10')).toEqual(['2022-11-10', '2022-11-10'])
    // A date before the month was chosen for another one.
    expect(dayFor('2022-09-30')).toEqual(['2022-11-08', '2022-11-08'])
    // A linked date is moved to the last day with the month; otherwise a person chose it.
    expect(dayFor('2022-10-31')).toEqual(['2022-10-31', '2022-11-08'])
  })

  it('is changed alone: other meetings, place, chair, and fields of a newer version stay', () => {
    const held = { '2022-09': { day: '2022-10-08' }, '2022-10': { place: '三楼', later: 1 } }
    expect(withMeeting({ held }, '2022-10', { day: '2022-11-09' })).toEqual({
      '2022-09': { day: '2022-10-08' },
      '2022-10': { place: '三楼', later: 1, day: '2022-11-09' },
    })
    expect(withMeeting(undefined, '2022-10', { chair: '王某' })).toEqual({ '2022-10': { chair: '王某' } })
  })
})
