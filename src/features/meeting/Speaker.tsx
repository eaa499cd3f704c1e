import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tenth } from '@/domain/dustfall/rounding'
import { countyName } from '@/domain/sources/county'
import { useOpened, useReport } from '@/store/chentu'
import { figureLines } from '@/store/words/figure-lines'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'
import { Why } from '@/ui/Why'
import type { SceneItem } from './agenda'
import classes from './Speaker.module.css'
import type { useWall } from './use-wall'

const DecisionsDialog = lazyPart(async () => ({ default: (await import('./DecisionsDialog')).DecisionsDialog }))

const SECOND_MS = 1000

/** The speaker's own window: what is on the wall, what comes next, notes, time, and why a figure is what it is. */
export function Speaker({ wall }: { readonly wall: ReturnType<typeof useWall> }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const report = useReport()
  const { agenda, scene, black, goTo, darken } = wall
  const [isNoting, setNoting] = useState(false)
  const [begun] = useState(() => Date.now())
  const [now, setNow] = useState(begun)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  const title = (item: SceneItem | undefined) => (item ? (item.title ?? t(`meeting.scene.${item.scene}`)) : '—')
  const seconds = Math.floor((now - begun) / SECOND_MS)
  const clock = new Date(now).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' })
  return (
    <section className={classes.speaker} aria-label={t('meeting.speaker')}>
      <header>
        <b>{clock}</b>
        <span>{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</span>
        <span>{`${scene + 1} / ${agenda.length}`}</span>
        {black && <strong>{t('meeting.isBlack')}</strong>}
      </header>
      <h2>{title(agenda[scene])}</h2>
      <p className={classes.notes}>{agenda[scene]?.notes || t('meeting.noNotes')}</p>
      <p>
        {t('meeting.upNext')} <b>{title(agenda[scene + 1])}</b>
      </p>
      <nav>
        <Button onClick={() => goTo(scene - 1)}>{t('meeting.before')}</Button>
        <Button onClick={() => goTo(scene + 1)}>{t('meeting.next')}</Button>
        <Button onClick={darken}>{t('meeting.darken')}</Button>
        <Button onClick={() => setNoting(true)}>{t('decisions.open')}</Button>
      </nav>
      <Suspense fallback={null}>{isNoting && <DecisionsDialog onClose={() => setNoting(false)} />}</Suspense>
      <h3>{t('meeting.asked')}</h3>
      <ul className={classes.figures}>
        {report?.rows.map((row) => {
          const name = countyName(dataset, row.county, i18n.language)
          return (
            <li key={row.county}>
              <span>{row.rank ?? '—'}</span>
              <span>{name}</span>
              <b>{tenth(row.figure.value)}</b>
              <Why of={`${name} ${report.month}`}>
                <ul>
                  {figureLines(t, dataset, row, i18n.language).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Why>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
