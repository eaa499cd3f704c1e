import { appZh } from './app.zh-CN'
import { cardZh } from './card.zh-CN'
import { checkZh } from './check.zh-CN'
import { compareZh } from './compare.zh-CN'
import { dataZh } from './data.zh-CN'
import { decisionsZh } from './decisions.zh-CN'
import { deskZh } from './desk.zh-CN'
import { dustfallZh } from './dustfall.zh-CN'
import { editZh } from './edit.zh-CN'
import { exploreZh } from './explore.zh-CN'
import { frameZh } from './frame.zh-CN'
import { layersZh } from './layers.zh-CN'
import { mapZh } from './map.zh-CN'
import { meetingZh } from './meeting.zh-CN'
import { nearZh } from './near.zh-CN'
import { numbersZh } from './numbers.zh-CN'
import { planZh } from './plan.zh-CN'
import { problemZh } from './problem.zh-CN'
import { requirementZh } from './requirement.zh-CN'
import { uiZh } from './ui.zh-CN'
import { visitsZh } from './visits.zh-CN'
import { windowZh } from './window.zh-CN'
import { wordTemplateZh } from './word-template.zh-CN'

/** Every text on screen, in Chinese; `en.ts` has the same keys. */
export const zh = {
  ...appZh,
  frame: frameZh,
  ui: uiZh,
  visits: visitsZh,
  edit: editZh,
  ...windowZh,
  data: dataZh,
  ...cardZh,
  ...exploreZh,
  ...mapZh,
  ...requirementZh,
  ...layersZh,
  ...planZh,
  ...dustfallZh,
  ...problemZh,
  compare: compareZh,
  numbers: numbersZh,
  meeting: meetingZh,
  decisions: decisionsZh,
  check: checkZh,
  desk: deskZh,
  ...nearZh,
  wordTemplate: wordTemplateZh,
}
