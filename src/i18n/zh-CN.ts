import { appZh } from './app.zh-CN'
import { broughtZh } from './brought.zh-CN'
import { cardZh } from './card.zh-CN'
import { casesZh } from './cases.zh-CN'
import { checkZh } from './check.zh-CN'
import { cityZh } from './city.zh-CN'
import { compareZh } from './compare.zh-CN'
import { dataZh } from './data.zh-CN'
import { decisionsZh } from './decisions.zh-CN'
import { deskZh } from './desk.zh-CN'
import { diagnosisZh } from './diagnosis.zh-CN'
import { drawZh } from './draw.zh-CN'
import { dustfallZh } from './dustfall.zh-CN'
import { editZh } from './edit.zh-CN'
import { exploreZh } from './explore.zh-CN'
import { exportsZh } from './exports.zh-CN'
import { figuresZh } from './figures.zh-CN'
import { frameZh } from './frame.zh-CN'
import { givenZh } from './given.zh-CN'
import { handingZh } from './handing.zh-CN'
import { kindsZh } from './kinds.zh-CN'
import { lackZh } from './lack.zh-CN'
import { layersZh } from './layers.zh-CN'
import { manualZh } from './manual.zh-CN'
import { mapZh } from './map.zh-CN'
import { meetingZh } from './meeting.zh-CN'
import { mendZh } from './mend.zh-CN'
import { monitoringZh } from './monitoring.zh-CN'
import { nearZh } from './near.zh-CN'
import { numbersZh } from './numbers.zh-CN'
import { ordersZh } from './orders.zh-CN'
import { patrolZh } from './patrol.zh-CN'
import { peopleZh } from './people.zh-CN'
import { planZh } from './plan.zh-CN'
import { planReaderZh } from './plan-reader.zh-CN'
import { problemZh } from './problem.zh-CN'
import { provinceZh } from './province.zh-CN'
import { readingsZh } from './readings.zh-CN'
import { requirementZh } from './requirement.zh-CN'
import { reviewZh } from './review.zh-CN'
import { roundZh } from './round.zh-CN'
import { ruleZh } from './rule.zh-CN'
import { signZh } from './sign.zh-CN'
import { spotZh } from './spot.zh-CN'
import { storedZh } from './stored.zh-CN'
import { tracksZh } from './tracks.zh-CN'
import { trucksZh } from './trucks.zh-CN'
import { uiZh } from './ui.zh-CN'
import { visitsZh } from './visits.zh-CN'
import { voiceZh } from './voice.zh-CN'
import { warningZh } from './warning.zh-CN'
import { whereZh } from './where.zh-CN'
import { windowZh } from './window.zh-CN'
import { wordTemplateZh } from './word-template.zh-CN'

/** Every text on screen, in Chinese; `en.ts` has the same keys. */
export const zh = {
  ...appZh,
  frame: frameZh,
  ui: uiZh,
  where: whereZh,
  sign: signZh,
  visits: visitsZh,
  cases: casesZh,
  warning: warningZh,
  edit: editZh,
  ...windowZh,
  city: cityZh,
  data: dataZh,
  stored: storedZh,
  province: provinceZh,
  readings: readingsZh,
  ...cardZh,
  ...exploreZh,
  ...mapZh,
  ...requirementZh,
  ...layersZh,
  ...planZh,
  planReader: planReaderZh,
  rule: ruleZh,
  kinds: kindsZh,
  ...dustfallZh,
  ...problemZh,
  compare: compareZh,
  numbers: numbersZh,
  meeting: meetingZh,
  monitoring: monitoringZh,
  tracks: tracksZh,
  trucks: trucksZh,
  decisions: decisionsZh,
  exports: exportsZh,
  figures: figuresZh,
  check: checkZh,
  desk: deskZh,
  given: givenZh,
  brought: broughtZh,
  handing: handingZh,
  lack: lackZh,
  mend: mendZh,
  spot: spotZh,
  review: reviewZh,
  patrol: patrolZh,
  orders: ordersZh,
  ...nearZh,
  ...roundZh,
  diagnosis: diagnosisZh,
  draw: drawZh,
  people: peopleZh,
  voice: voiceZh,
  wordTemplate: wordTemplateZh,
  manual: manualZh,
}
