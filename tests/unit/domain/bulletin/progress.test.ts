import { describe, expect, it } from 'vitest'
import {
  clauseSentence,
  decidedSentence,
  departmentSentence,
  earlierSentence,
  NOTHING_DECIDED,
  notJudgedSentence,
  problemSentence,
  targetSentence,
} from '@/domain/bulletin/progress'

const DAY = '2022-10-31'

describe('the problems of a month', () => {
  it('are the overdue and the failing ones, and both together, as of a day', () => {
    expect(
      problemSentence({ day: DAY, sources: 12, tasks: 0, monitors: 0, overdue: 5, failing: 9, pastUnknown: 0 }),
    ).toBe('截至2022年10月31日，全市12处污染源有14项问题，其中已逾期5项、不符合要求9项。')
    expect(
      problemSentence({ day: '2022-02-08', sources: 1, tasks: 0, monitors: 0, overdue: 1, failing: 0, pastUnknown: 0 }),
    ).toBe('截至2022年2月8日，全市1处污染源有1项问题，其中已逾期1项、不符合要求0项。')
  })

  it('are counted separately for sources and tasks, with those due without data beside them', () => {
    expect(
      problemSentence({ day: DAY, sources: 12, tasks: 2, monitors: 0, overdue: 5, failing: 9, pastUnknown: 3 }),
    ).toBe(
      '截至2022年10月31日，全市12处污染源、2项任务有14项问题，其中已逾期5项、不符合要求9项。另有3项已过期限而无数据，是否完成尚不清楚。',
    )
    expect(
      problemSentence({ day: DAY, sources: 3, tasks: 2, monitors: 1, overdue: 5, failing: 9, pastUnknown: 0 }),
    ).toContain('3处污染源、1台监测设备、2项任务有14项问题')
    expect(
      problemSentence({ day: DAY, sources: 0, tasks: 1, monitors: 0, overdue: 1, failing: 0, pastUnknown: 0 }),
    ).toBe('截至2022年10月31日，全市1项任务有1项问题，其中已逾期1项、不符合要求0项。')
  })

  it('are stated to be none if no source has one', () => {
    expect(
      problemSentence({ day: DAY, sources: 0, tasks: 0, monitors: 0, overdue: 0, failing: 0, pastUnknown: 0 }),
    ).toBe('截至2022年10月31日，各区县没有逾期或不符合要求的问题。')
  })

  it('are not judged before the plan took effect', () => {
    expect(notJudgedSentence('2023-04-01')).toBe('工作方案自2023年4月1日起执行，本月不作判定。')
  })

  it('by clause and by department are announced if there are any', () => {
    expect([clauseSentence(0), departmentSentence(0)]).toEqual(['', ''])
    expect(clauseSentence(1)).toBe('分条款情况如下，各区县分条款统计见附件：')
    expect(departmentSentence(1)).toBe('各牵头部门的问题情况如下，由几个部门共同牵头的，计入列在首位的部门：')
  })
})

describe('the targets of a plan', () => {
  it('are counted as met, not met and without data, as far as any are', () => {
    expect(targetSentence({ met: 3, partlyMet: 0, notMet: 2, notDue: 0, noData: 1, all: 6 })).toBe(
      '工作方案的6项目标中，已达到3项，未达到2项，无数据1项。',
    )
    expect(targetSentence({ met: 1, partlyMet: 2, notMet: 0, notDue: 1, noData: 0, all: 4 })).toBe(
      '工作方案的4项目标中，已达到1项，有数据的部分达到2项，未达到0项，未到期1项。',
    )
    expect(targetSentence({ met: 3, partlyMet: 0, notMet: 0, notDue: 0, noData: 0, all: 3 })).toBe(
      '工作方案的3项目标中，已达到3项，未达到0项。',
    )
  })

  it('are not mentioned if there are none', () => {
    expect(targetSentence({ met: 0, partlyMet: 0, notMet: 0, notDue: 0, noData: 0, all: 0 })).toBe('')
  })
})

describe('the state of earlier decisions', () => {
  it('is how many are done, late and open, as of a day', () => {
    expect(earlierSentence(DAY, { done: 4, late: 2, open: 1 })).toBe(
      '截至2022年10月31日，往次会议议定事项7项，已完成4项，逾期未完成2项，未完成1项。',
    )
  })

  it('states how many are done, and mentions late and open ones only if there are any', () => {
    const of = (done: number, late: number, open: number) => earlierSentence(DAY, { done, late, open })
    expect(of(4, 0, 0)).toBe('截至2022年10月31日，往次会议议定事项4项，已完成4项。')
    expect(of(0, 2, 0)).toBe('截至2022年10月31日，往次会议议定事项2项，已完成0项，逾期未完成2项。')
    expect(of(0, 0, 3)).toBe('截至2022年10月31日，往次会议议定事项3项，已完成0项，未完成3项。')
  })

  it('is not mentioned if there are none', () => {
    expect(earlierSentence(DAY, { done: 0, late: 0, open: 0 })).toBe('')
  })
})

describe('the decisions of a meeting', () => {
  it('are counted, or stated to be none', () => {
    expect(decidedSentence(3)).toBe('会议议定事项3项：')
    expect(decidedSentence(0)).toBe('')
    expect(NOTHING_DECIDED).toBe('会议未议定新的事项。')
  })
})
