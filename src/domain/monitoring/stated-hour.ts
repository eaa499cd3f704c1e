import type { HourRule } from './hours'

const BEGIN = /(?:小时|时段)(?:开始|起始|起)|(?:start|begin\w*) of (?:the )?hour|hour begin/i
const END = /(?:小时|时段)(?:结束|截止|止)|end of (?:the )?hour|hour end/i

/** Whether the heading of a time column states that its times are the begin or the end of an hour; null if neither. */
export const statedHour = (heading: string): HourRule['stamp'] | null =>
  BEGIN.test(heading) ? 'begin' : END.test(heading) ? 'end' : null
