import { useTranslation } from 'react-i18next'
import { grouped } from '@/domain/grouped'
import type { UnreadRow } from '@/io/readings/unread-rows'
import { useChentu } from '@/store/chentu'
import { useExports } from '@/store/exports'
import type { WorkProgress } from '@/store/exports/export-desk'
import { useReadings } from '@/store/readings'
import { useTracks } from '@/store/tracks'
import { monthName } from '@/store/words/month-name'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import classes from './FileList.module.css'

/** Progress of the monitor or truck export being read, examined or stored, or the result of the last files. */
export function ExportsProgress() {
  const { t } = useTranslation()
  const { reading, lost, cancelled, refused, cancel } = useExports()
  const underWay = useUnderWay()
  if (reading?.progress) {
    const { rows, consumed } = reading.progress
    const percent = reading.file.size === 0 ? 0 : Math.min(99, Math.floor((consumed / reading.file.size) * 100))
    return (
      <Running
        what={t('exports.reading', { file: reading.file.name })}
        name={reading.file.name}
        percent={percent}
        line={t('exports.progress', { rows: rows.toLocaleString('en'), percent })}
        onCancel={cancel}
      />
    )
  }
  if (underWay) {
    const percent = percentOf(underWay.share)
    const [done, of] = [underWay.share.done, underWay.share.of].map((each) => each.toLocaleString('en'))
    const what = t(underWay.what)
    return (
      <Running
        what={what}
        name={what}
        percent={percent}
        line={t(`${underWay.sort}.share`, { done, of, percent })}
        onCancel={cancel}
      />
    )
  }
  const named = (files: readonly string[]) => files.join(t('ui.comma'))
  return (
    <>
      {lost && <p role="alert">{lost.length > 0 ? t('exports.lostAt', { files: named(lost) }) : t('exports.lost')}</p>}
      {cancelled.length > 0 && <p role="status">{t('exports.cancelled', { files: named(cancelled) })}</p>}
      <Refused problems={refused} />
      <Came />
    </>
  )
}

/** What is being examined or stored, and its progress. */
function useUnderWay() {
  const [readings, tracks] = [useReadings(shareOf), useTracks(shareOf)]
  const isSaving = useReadings(isKeeping)
  const isJudging = useTracks(isKeeping)
  if (readings)
    return { sort: 'readings', share: readings, what: isSaving ? 'readings.saving' : 'readings.checking' } as const
  if (tracks) return { sort: 'tracks', share: tracks, what: isJudging ? 'tracks.judging' : 'tracks.looking' } as const
  return null
}

type Shares = { readonly looking: WorkProgress | null; readonly keeping: WorkProgress | null }
const shareOf = ({ looking, keeping }: Shares) => looking ?? keeping
const isKeeping = ({ keeping }: Shares) => keeping !== null

const percentOf = ({ done, of }: WorkProgress) => (of === 0 ? 0 : Math.min(99, Math.floor((done / of) * 100)))

interface RunningProps {
  readonly what: string
  readonly name: string
  readonly percent: number
  readonly line: string
  onCancel(): void
}

function Running({ what, name, percent, line, onCancel }: RunningProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.reading}>
      {/* Only the text is announced; numbers that change many times a second are not. */}
      <p role="status">{what}</p>
      <progress max={100} value={percent} aria-label={name} />
      <p className="quiet">{line}</p>
      <Button onClick={onCancel}>{t('exports.cancel')}</Button>
    </div>
  )
}

/** Result of the last files. */
function Came() {
  const { t } = useTranslation()
  const readings = useReadings()
  const tracks = useTracks()
  const setView = useChentu((state) => state.setView)
  const named = (files: readonly string[]) => files.join(t('ui.comma'))
  const months = (of: readonly string[]) => of.map((month) => monthName(t, month)).join(t('ui.comma'))
  const reasons = (why: readonly UnreadRow[]) =>
    [...grouped(why, ({ column, why }) => `${column} ${why}`).values()]
      .map((own) => {
        const { column, why } = own[0]!
        const count = own.reduce((sum, { rows }) => sum + rows, 0)
        return t('readings.emptyReason', { column: column ?? '', why: t(`exports.why.${why}`), count }).trim()
      })
      .join(t('ui.comma'))
  const counted = (rows: number) => rows.toLocaleString('en')
  return (
    <>
      {readings.empty && (
        <p role="alert">
          {t('readings.empty', { files: named(readings.empty.files), count: readings.empty.unread })}
          {readings.empty.why.length > 0 && t('readings.emptyWhy', { reasons: reasons(readings.empty.why) })}
        </p>
      )}
      {tracks.empty && (
        <p role="alert">{t('tracks.empty', { files: named(tracks.empty.files), count: tracks.empty.unread })}</p>
      )}
      {readings.done && (
        <p role="status" className={classes.came}>
          {t('readings.done', { rows: counted(readings.done.rows), months: months(readings.done.months) })}
        </p>
      )}
      {tracks.done && (
        <div role="status" className={classes.came}>
          <p>
            {t('tracks.done', {
              trucks: tracks.done.trucks,
              rows: counted(tracks.done.rows),
              months: months(tracks.done.months),
            })}
          </p>
          <Button onClick={() => setView({ mode: 'trucks' })}>{t('tracks.show')}</Button>
        </div>
      )}
    </>
  )
}
