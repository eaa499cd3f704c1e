import { appEn } from './app.en'
import { cardEn } from './card.en'
import { checkEn } from './check.en'
import { compareEn } from './compare.en'
import { dataEn } from './data.en'
import { decisionsEn } from './decisions.en'
import { deskEn } from './desk.en'
import { dustfallEn } from './dustfall.en'
import { editEn } from './edit.en'
import { exploreEn } from './explore.en'
import { frameEn } from './frame.en'
import { layersEn } from './layers.en'
import { mapEn } from './map.en'
import { meetingEn } from './meeting.en'
import { nearEn } from './near.en'
import { numbersEn } from './numbers.en'
import { planEn } from './plan.en'
import { problemEn } from './problem.en'
import { requirementEn } from './requirement.en'
import { uiEn } from './ui.en'
import { visitsEn } from './visits.en'
import { windowEn } from './window.en'
import { wordTemplateEn } from './word-template.en'
import type { zh } from './zh-CN'

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** The same texts in English. */
export const en: Texts<typeof zh> = {
  ...appEn,
  frame: frameEn,
  ui: uiEn,
  visits: visitsEn,
  edit: editEn,
  ...windowEn,
  data: dataEn,
  ...cardEn,
  ...exploreEn,
  ...mapEn,
  ...requirementEn,
  ...layersEn,
  ...planEn,
  ...dustfallEn,
  ...problemEn,
  compare: compareEn,
  numbers: numbersEn,
  meeting: meetingEn,
  decisions: decisionsEn,
  check: checkEn,
  desk: deskEn,
  ...nearEn,
  wordTemplate: wordTemplateEn,
}
