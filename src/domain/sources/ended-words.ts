/** What stands before such a word. */
const BEFORE = '(?:已经?|全部|全面|基本|整体|项目)'
/** What makes of such a word one for works that go on: 清运中, 完工80%, 拆除完成约80%, 竣工前. */
const GOING_ON = '(?:中|前|率|(?:完?成|进度|程度|约)*\\s*\\d{1,2}(?:\\.\\d+)?\\s*[%％])'

/**
 * Words by which lists of offices say that a source is no more: works completed, a firm closed, a heap cleared away. 拆除
 * alone is a stage of works.
 */
const ENDED = new RegExp(
  `^(?:${BEFORE}+拆除|拆除完|${BEFORE}*(?:竣工|完工|交工|交付|拆完|关停|关闭|注销|撤销|取缔|搬迁|搬走|清零|清除|清运完|销号|移除|退出|停用|停业|永久停|不再|办结))(?!${GOING_ON})`,
)

/** Columns in which an office writes that. */
const STATE_HEADING = /状态|现状|工程进度|形象进度|施工阶段|施工进度|建设情况|运营情况|生产情况/

/** What has a state of its own at a source: a camera out of use, a problem dealt with. */
const STATE_OF_OTHERS = /视频|监控|监测|设备|设施|联网|在线|整改|问题/

/** Whether the heading of an office's own column is about the state of a source. */
export const isStateHeading = (heading: string): boolean =>
  STATE_HEADING.test(heading) && !STATE_OF_OTHERS.test(heading)

/** An office's own column with the day on which a source ended (竣工时间), unless it is a planned one. */
const ENDED_ON =
  /(?:竣工|完工|交工|交付|关停|关闭|注销|取缔|搬迁|拆除|清零|清除|清运|销号|停用|停业|办结)完?成?(?:验收)?(?:日期|时间|年月|日$)/
const PLANNED = /计划|预计|预期|拟|应|要求|合同|目标|期限|限期|截止|前/

/** Whether the heading of an office's own column says since when a source is no more. */
export const isEndedOnHeading = (heading: string): boolean => ENDED_ON.test(heading) && !PLANNED.test(heading)

/** Whether a cell about the state of a source says that it is no more; 停工 and 停产 end, and do not count. */
export const saysEnded = (cell: string): boolean => ENDED.test(cell.trim())
