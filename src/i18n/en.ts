import { appEn } from './app.en'
import { broughtEn } from './brought.en'
import { cardEn } from './card.en'
import { casesEn } from './cases.en'
import { checkEn } from './check.en'
import { cityEn } from './city.en'
import { compareEn } from './compare.en'
import { dataEn } from './data.en'
import { decisionsEn } from './decisions.en'
import { deskEn } from './desk.en'
import { diagnosisEn } from './diagnosis.en'
import { drawEn } from './draw.en'
import { dustfallEn } from './dustfall.en'
import { editEn } from './edit.en'
import { exploreEn } from './explore.en'
import { exportsEn } from './exports.en'
import { figuresEn } from './figures.en'
import { frameEn } from './frame.en'
import { givenEn } from './given.en'
import { handingEn } from './handing.en'
import { kindsEn } from './kinds.en'
import { lackEn } from './lack.en'
import { layersEn } from './layers.en'
import { manualEn } from './manual.en'
import { mapEn } from './map.en'
import { meetingEn } from './meeting.en'
import { mendEn } from './mend.en'
import { monitoringEn } from './monitoring.en'
import { nearEn } from './near.en'
import { numbersEn } from './numbers.en'
import { ordersEn } from './orders.en'
import { patrolEn } from './patrol.en'
import { peopleEn } from './people.en'
import { planEn } from './plan.en'
import { planReaderEn } from './plan-reader.en'
import { problemEn } from './problem.en'
import { provinceEn } from './province.en'
import { readingsEn } from './readings.en'
import { requirementEn } from './requirement.en'
import { reviewEn } from './review.en'
import { roundEn } from './round.en'
import { ruleEn } from './rule.en'
import { signEn } from './sign.en'
import { spotEn } from './spot.en'
import { storedEn } from './stored.en'
import { tracksEn } from './tracks.en'
import { trucksEn } from './trucks.en'
import { uiEn } from './ui.en'
import { visitsEn } from './visits.en'
import { voiceEn } from './voice.en'
import { warningEn } from './warning.en'
import { whereEn } from './where.en'
import { windowEn } from './window.en'
import { wordTemplateEn } from './word-template.en'
import type { zh } from './zh-CN'

type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** The same texts in English. */
export const en: Texts<typeof zh> = {
  ...appEn,
  frame: frameEn,
  ui: uiEn,
  where: whereEn,
  sign: signEn,
  visits: visitsEn,
  cases: casesEn,
  warning: warningEn,
  edit: editEn,
  ...windowEn,
  city: cityEn,
  data: dataEn,
  stored: storedEn,
  province: provinceEn,
  readings: readingsEn,
  ...cardEn,
  ...exploreEn,
  ...mapEn,
  ...requirementEn,
  ...layersEn,
  ...planEn,
  planReader: planReaderEn,
  rule: ruleEn,
  kinds: kindsEn,
  ...dustfallEn,
  ...problemEn,
  compare: compareEn,
  numbers: numbersEn,
  meeting: meetingEn,
  monitoring: monitoringEn,
  tracks: tracksEn,
  trucks: trucksEn,
  decisions: decisionsEn,
  exports: exportsEn,
  figures: figuresEn,
  check: checkEn,
  desk: deskEn,
  given: givenEn,
  brought: broughtEn,
  handing: handingEn,
  lack: lackEn,
  mend: mendEn,
  spot: spotEn,
  review: reviewEn,
  patrol: patrolEn,
  orders: ordersEn,
  ...nearEn,
  ...roundEn,
  diagnosis: diagnosisEn,
  draw: drawEn,
  people: peopleEn,
  voice: voiceEn,
  wordTemplate: wordTemplateEn,
  manual: manualEn,
}
