import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarkedColumn } from '@/domain/trucks/track-marks'
import classes from '@/features/import/exports/Exports.module.css'
import { UnreadTable } from '@/features/import/exports/UnreadTable'
import { FlagWordsNote } from '@/features/import/review/FlagWordsNote'
import review from '@/features/import/review/ItemReview.module.css'
import { useExports } from '@/store/exports'
import { useAttempt } from '@/store/page/use-attempt'
import { useTracks, type WaitingTracks } from '@/store/tracks'
import { secondText } from '@/store/words/truck-figures'
import { Button } from '@/ui/controls/Button'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { HeadRow } from '@/ui/HeadRow'
import { Refused } from '@/ui/Refused'
import { chosenDatums, rememberedChoices, withRemembered } from '@/workspace/import/datum-choices'
import type { TracksReview as Review } from '@/workspace/tracks/tracks-desk'
import { DatumChoice } from './DatumChoice'
import { LeftOutTable } from './LeftOutTable'

/** Review of imported truck tracks: their content, and what the user must decide before they are stored. */
export function TracksReview({ waiting: { review: of, shares } }: { readonly waiting: WaitingTracks }) {
  const { t } = useTranslation()
  const { keep, keeping, looking, forget } = useTracks()
  const isReading = useExports(({ reading }) => reading !== null) || looking !== null
  const { problems, attempt } = useAttempt()
  const [choices, setChoices] = useState(() => ({ of, made: rememberedChoices(of.datums) }))
  // Another file, put in while this is reviewed, has other trucks: what was chosen for files and trucks still holds.
  if (choices.of !== of) setChoices({ of, made: withRemembered(choices.made, of.datums) })
  const untold = chosenDatums(of.datums, choices.made)
  const rows = of.rows.toLocaleString('en')
  return (
    <>
      <article className={review.review} aria-label={t('tracks.title')}>
        <HeadingWithHelp page="trucks">
          <h2>{t('tracks.title')}</h2>
        </HeadingWithHelp>
        <p>
          {t('tracks.summary', {
            ...{ files: of.files.length, trucks: of.trucks, days: of.days, rows },
            ...{ from: secondText(of.from), until: secondText(of.until) },
          })}
        </p>
        {of.unlisted !== null && of.unlisted > 0 && (
          <p>{t('tracks.unlisted', { count: of.unlisted, named: of.named })}</p>
        )}
        {of.madeUp.length < of.files.length && <p role="note">{t('tracks.real')}</p>}
        {(shares?.sources ?? 0) > 0 && <p role="note">{t('tracks.judgedByMadeUp', { ...shares })}</p>}
        {shares && shares.others > 0 && (
          <p role="note">{t('tracks.judgedByOthers', { asOf: shares.asOf, count: shares.others })}</p>
        )}
        {of.madeUp.length > 0 && <p role="note">{t('tracks.madeUp', { files: of.madeUp.join(t('ui.comma')) })}</p>}
        <FileTable files={of.files} />
        {of.files.map(
          ({ place, file, wholeTimes }) =>
            wholeTimes && (
              <p key={place} role="note">
                {t('exports.wholeTimes', { file, ...wholeTimes })}
              </p>
            ),
        )}
        <DatumChoice
          files={of.files}
          datums={of.datums}
          choices={choices.made}
          onChoose={(made) => setChoices({ of, made })}
        />
        <LeftOutTable counts={of.counts} rows={of.leftOut} />
        <UnreadTable files={of.files} unread={of.unread} />
      </article>
      <div className={classes.foot}>
        <Refused problems={problems} />
        {untold === null && <p className="quiet">{t('tracks.open')}</p>}
        {isReading && <p className="quiet">{t('exports.readFirst')}</p>}
        <Button disabled={keeping !== null || isReading} onClick={forget}>
          {t('tracks.forget')}
        </Button>
        <Button
          weight="primary"
          disabled={untold === null || keeping !== null || isReading}
          onClick={() => void attempt(() => keep({ untold: untold! }))}
        >
          {t(keeping ? 'tracks.judging' : 'tracks.keep', { trucks: of.trucks, rows })}
        </Button>
      </div>
    </>
  )
}

function FileTable({ files }: Pick<Review, 'files'>) {
  const { t } = useTranslation()
  const columnsOf = ({ columns }: Review['files'][number]) =>
    columns === null
      ? t('tracks.packets')
      : columns
          .map(({ of, heading }) => t('tracks.column', { of: t(`tracks.of.${of}`), heading }))
          .join(t('ui.semicolon'))
  return (
    <section aria-label={t('tracks.files')}>
      <h3>{t('tracks.files')}</h3>
      <div className={classes.scroll}>
        <table>
          <HeadRow headings={(['file', 'rows', 'unread', 'columns'] as const).map((name) => t(`tracks.${name}`))} />
          <tbody>
            {files.map((of) => (
              <tr key={of.place}>
                <th scope="row">{of.file}</th>
                <td className={classes.number}>{of.rows.toLocaleString('en')}</td>
                <td className={classes.number}>{of.unread.toLocaleString('en')}</td>
                <td className={classes.long}>
                  <p>{columnsOf(of)}</p>
                  {of.flagWords.map((words) => (
                    <p key={words.field}>
                      {t(`tracks.of.${words.field as MarkedColumn}`)} <FlagWordsNote words={words} />
                    </p>
                  ))}
                  {of.others.length > 0 && (
                    <p className="quiet">{t('tracks.others', { headings: of.others.join(t('ui.comma')) })}</p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
