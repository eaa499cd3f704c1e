import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime } from '@/domain/monitoring/minute-of'
import classes from '@/features/import/exports/Exports.module.css'
import { UnreadTable } from '@/features/import/exports/UnreadTable'
import review from '@/features/import/review/ItemReview.module.css'
import { useExports } from '@/store/exports'
import { useAttempt } from '@/store/page/use-attempt'
import { packageHour, useReadings, type WaitingReadings } from '@/store/readings'
import { Button } from '@/ui/controls/Button'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { Refused } from '@/ui/Refused'
import { isUnitOpen } from '@/workspace/import/unit-lines'
import { hourRule } from '@/workspace/readings/hour-rule'
import type { ReadingsDecision } from '@/workspace/readings/readings-desk'
import { isStampOpen } from '@/workspace/readings/readings-times'
import { DeviceTable } from './DeviceTable'
import { EffectNote } from './EffectNote'
import { FileAsDevice } from './FileAsDevice'
import { FlagTable } from './FlagTable'
import { HeadingsChoice } from './HeadingsChoice'
import { codesOfFileNames, codesOfNames, guessedDevices, knownDevices } from './known-devices'
import { LostChoice } from './LostChoice'
import { RepeatedTable } from './RepeatedTable'
import { StampChoice } from './StampChoice'
import { TimesNotes } from './TimesNotes'
import { UnitTable } from './UnitTable'
import { UnsureHoursChoice } from './UnsureHoursChoice'
import { useAnswerAbout } from './use-answer-about'
import { useImportEffect } from './use-import-effect'
import { useListedByCode } from './use-listed-by-code'
import { ValueNotes } from './ValueNotes'
import { WrongTimesChoice } from './WrongTimesChoice'

const UNDECIDED: ReadingsDecision = { units: {}, devices: {}, wrongTimes: null }

/** Review of imported monitor readings: what they contain, and what the user must decide before they are stored. */
export function ReadingsReview({ waiting: { review: of, known, madeUp } }: { readonly waiting: WaitingReadings }) {
  const { t } = useTranslation()
  const { keep, keeping: share, looking, forget } = useReadings()
  const keeping = share !== null
  const isReading = useExports(({ reading }) => reading !== null) || looking !== null
  const { problems, attempt } = useAttempt()
  const [said, setDecision] = useState(UNDECIDED)
  const sources = knownDevices(known)
  const ofFileNames = codesOfFileNames(known)
  const devices = { ...codesOfNames(sources), ...ofFileNames, ...said.devices }
  const [wrongTimes, setWrongTimes] = useAnswerAbout<'keep' | 'leave'>(of.wrongTimes)
  const [unsureHours, setUnsureHours] = useAnswerAbout<'hour' | 'moment'>(of.unsureHours)
  const [isAgreed, setAgreed] = useAnswerAbout<boolean>(of.lost)
  const decision: ReadingsDecision = {
    ...{ ...said, devices, wrongTimes },
    ...(unsureHours && { unsureHours }),
    ...(of.lost && isAgreed && { givenUp: of.lost.map(({ month }) => month) }),
  }
  const listed = useListedByCode(known, Object.values(devices))
  const open =
    of.units.filter((unit) => isUnitOpen(unit) && decision.units[unit.key] === undefined).length +
    of.byHeading.filter(({ parameter }) => parameter === null).length +
    of.stamps.filter((question) => isStampOpen(question, hourRule(packageHour()).stamp)).length +
    (of.wrongTimes && wrongTimes === null ? 1 : 0) +
    (of.unsureHours && unsureHours === null ? 1 : 0) +
    (of.lost && !isAgreed ? 1 : 0)
  const isDecided = open === 0 && !keeping && !isReading
  const effect = useImportEffect(isDecided, of, decision)
  const left = (wrongTimes === 'leave' ? (of.wrongTimes?.rows ?? 0) : 0) + (effect?.leftRows ?? 0)
  const from = Math.min(...of.devices.map((each) => each.from))
  const until = Math.max(...of.devices.map((each) => each.until))
  return (
    <>
      <article className={review.review} aria-label={t('readings.title')}>
        <HeadingWithHelp page="monitoring">
          <h2>{t('readings.title')}</h2>
        </HeadingWithHelp>
        <p>
          {t('readings.summary', {
            files: of.files.length,
            devices: of.devices.length,
            rows: of.rows.toLocaleString('en'),
            from: localTime(from),
            until: localTime(until),
          })}
        </p>
        {of.madeUp.length < of.files.length && <p className="quiet">{t('readings.use')}</p>}
        {(madeUp?.sources ?? 0) > 0 && <p role="note">{t('readings.judgedByMadeUp', { ...madeUp })}</p>}
        {of.madeUp.length > 0 && <p role="note">{t('readings.madeUp', { files: of.madeUp.join(t('ui.comma')) })}</p>}
        <RepeatedTable replaced={of.replaced} repeated={of.repeated} />
        <FileAsDevice asDevices={of.asDevices} ofFileNames={ofFileNames} codes={devices} />
        <TimesNotes times={of.times} stamps={of.stamps} />
        <StampChoice stamps={of.stamps} />
        <HeadingsChoice files={of.byHeading} />
        {of.lost && <LostChoice lost={of.lost} isAgreed={isAgreed === true} onAgree={setAgreed} />}
        {of.wrongTimes && <WrongTimesChoice of={of.wrongTimes} chosen={wrongTimes} onChoose={setWrongTimes} />}
        {of.unsureHours && <UnsureHoursChoice of={of.unsureHours} chosen={unsureHours} onChoose={setUnsureHours} />}
        {of.units.length > 0 && (
          <UnitTable
            units={of.units}
            areSeveral={of.files.length > 1}
            said={decision.units}
            onSay={(key, unit) => setDecision({ ...decision, units: { ...decision.units, [key]: unit } })}
          />
        )}
        <ValueNotes lacking={of.lacking} negative={of.negative} />
        <FlagTable flags={of.flags} marks={of.marks} />
        <DeviceTable
          devices={of.devices}
          filesOf={of.files.length > 1 ? of.filesOf : null}
          known={sources}
          listed={listed}
          ofFileNames={ofFileNames}
          guessed={guessedDevices(known)}
          names={of.names}
          said={decision.devices}
          onSay={(code, as) => setDecision({ ...decision, devices: { ...decision.devices, [code]: as } })}
        />
        <UnreadTable files={of.files} unread={of.unread} />
      </article>
      <div className={classes.foot}>
        <Refused problems={problems} />
        {open > 0 && <p className="quiet">{t('readings.open', { count: open })}</p>}
        {isDecided && <EffectNote effect={effect} />}
        {isReading && <p className="quiet">{t('exports.readFirst')}</p>}
        <Button disabled={keeping || isReading} onClick={forget}>
          {t('readings.forget')}
        </Button>
        <Button
          weight="primary"
          disabled={open > 0 || keeping || isReading}
          onClick={() => void attempt(() => keep(decision))}
        >
          {keeping ? t('readings.keeping') : t('readings.keep', { rows: (of.rows - left).toLocaleString('en') })}
        </Button>
      </div>
    </>
  )
}
