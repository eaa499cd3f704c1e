import { describe, expect, it } from 'vitest'
import { type Decision, decisionStanding, decisionsBefore } from '@/domain/meeting/decision'

const decision = (id: string, month: string, more: Partial<Decision> = {}): Decision => ({
  id,
  month,
  decidedOn: `${month}-15`,
  county: '',
  task: '洒水',
  department: '市城市管理执法局',
  due: '',
  doneOn: '',
  note: '',
  ...more,
})
const DAY = '2022-11-10'

describe('a decision', () => {
  it('is late after its due day, and done from the day on which it was done', () => {
    expect(decisionStanding({ due: '2022-11-10', doneOn: '' }, DAY)).toBe('open')
    expect(decisionStanding({ due: '2022-11-09', doneOn: '' }, DAY)).toBe('late')
    expect(decisionStanding({ due: '', doneOn: '' }, DAY)).toBe('open')
    expect(decisionStanding({ due: '2022-11-09', doneOn: '2022-11-10' }, DAY)).toBe('done')
    expect(decisionStanding({ due: '2022-11-09', doneOn: '2022-11-11' }, DAY)).toBe('late')
  })
})

describe('the decisions that a meeting reviews', () => {
  const ids = (all: readonly Decision[], month = '2022-10') => decisionsBefore(all, month, DAY).map(({ id }) => id)

  it('are all of the last meeting, done or not, and the open ones of earlier meetings', () => {
    const all = [
      decision('9 done', '2022-09', { doneOn: '2022-10-01' }),
      decision('9 open', '2022-09'),
      decision('8 done', '2022-08', { doneOn: '2022-09-01' }),
      decision('8 late', '2022-08', { due: '2022-09-01' }),
      decision('10', '2022-10'),
      decision('11', '2022-11'),
    ]
    expect(ids(all)).toEqual(['8 late', '9 done', '9 open'])
    expect(ids(all, '2022-08')).toEqual([])
    expect(ids([])).toEqual([])
  })

  it('include those of the last meeting that decided anything, in whichever month', () => {
    expect(ids([decision('a', '2022-03', { doneOn: '2022-04-01' })])).toEqual(['a'])
  })

  it('include one that was done only after the meeting’s day', () => {
    const all = [decision('8', '2022-08', { doneOn: '2022-11-11' }), decision('9', '2022-09')]
    expect(ids(all)).toEqual(['8', '9'])
  })
})
