import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/domain/problem'
import { countyName } from '@/domain/sources/county'
import { type AgendaItem, SCENES } from '@/io/package/descriptor'
import { useChentu, useOpened } from '@/store/chentu'
import { usePreferences } from '@/store/preferences'
import { takeStep } from '@/store/step'
import { Refused } from '@/ui/Refused'
import { datasetWorker } from '@/workers/client'
import { agendaOf, meetingWith } from './agenda'
import classes from './Dialogs.module.css'

/** The order of the scenes, by drag or by buttons, with the speaker's notes; kept with the package. */
export function AgendaDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset } = useOpened()
  const setView = useChentu((state) => state.setView)
  const views = usePreferences((state) => state.views[dataset.name]) ?? {}
  const dialog = useRef<HTMLDialogElement>(null)
  const [items, setItems] = useState<readonly AgendaItem[]>(() => agendaOf(dataset))
  const [counties, setCounties] = useState<readonly string[]>(() => dataset.settings.meeting?.counties ?? [])
  const [dragged, setDragged] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  useEffect(() => dialog.current?.showModal(), [])

  function move(from: number, to: number) {
    if (to < 0 || to >= items.length) return
    const next = [...items]
    next.splice(to, 0, ...next.splice(from, 1))
    setItems(next)
  }
  const change = (at: number, part: Partial<AgendaItem>) =>
    setItems(items.map((item, i) => (i === at ? { ...item, ...part } : item)))

  async function save() {
    setBusy(true)
    const found = await takeStep(
      datasetWorker().saveMeeting(
        meetingWith(dataset, { agenda: [...items], counties: [...counties] }),
        t('meeting.agenda'),
      ),
    )
    setProblems(found)
    setBusy(false)
    if (found.length > 0) return
    setView({ scene: 0 })
    dialog.current?.close()
  }

  return (
    <dialog ref={dialog} className={`dialog ${classes.dialog}`} aria-label={t('meeting.agenda')} onClose={onClose}>
      <h2>{t('meeting.agenda')}</h2>
      <Refused problems={problems} />
      <ol className={classes.agenda}>
        {items.map((item, i) => {
          const title = item.title ?? t(`meeting.scene.${item.scene}`)
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: an item is told by its place
              key={i}
              draggable
              onDragStart={() => setDragged(i)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => {
                if (dragged !== null) move(dragged, i)
                setDragged(null)
              }}
            >
              <b>{`${i + 1} ${title}`}</b>
              <button
                type="button"
                aria-label={t('meeting.up', { title })}
                disabled={i === 0}
                onClick={() => move(i, i - 1)}
              >
                {'↑'}
              </button>
              <button
                type="button"
                aria-label={t('meeting.down', { title })}
                disabled={i === items.length - 1}
                onClick={() => move(i, i + 1)}
              >
                {'↓'}
              </button>
              <button
                type="button"
                aria-label={t('meeting.drop', { title })}
                disabled={items.length === 1}
                onClick={() => setItems(items.filter((_, at) => at !== i))}
              >
                {'×'}
              </button>
              <textarea
                rows={1}
                aria-label={t('meeting.notesOf', { title })}
                placeholder={t('meeting.notes')}
                value={item.notes}
                onChange={(event) => change(i, { notes: event.target.value })}
              />
            </li>
          )
        })}
      </ol>
      <label>
        <span>{t('meeting.addScene')}</span>
        <select
          value=""
          onChange={({ target: { value } }) => {
            const view = views[value.slice(1)]
            const added: AgendaItem | null = value.startsWith('=')
              ? { scene: 'pinned', notes: '', title: value.slice(1), view: view ?? '' }
              : (SCENES.filter((scene) => scene === value).map((scene) => ({ scene, notes: '' }))[0] ?? null)
            if (added) setItems([...items, added])
          }}
        >
          <option value="">{t('meeting.choose')}</option>
          {SCENES.filter((scene) => scene !== 'pinned').map((scene) => (
            <option key={scene} value={scene}>
              {t(`meeting.scene.${scene}`)}
            </option>
          ))}
          {Object.keys(views).map((name) => (
            <option key={name} value={`=${name}`}>
              {t('meeting.view', { name })}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet">{t('meeting.viewHelp')}</p>
      <label>
        <span>{t('meeting.firstCounties')}</span>
        <select value="" onChange={({ target }) => target.value && setCounties([...counties, target.value])}>
          <option value="">{t('meeting.choose')}</option>
          {dataset.counties
            .filter(({ code }) => !counties.includes(code))
            .map(({ code }) => (
              <option key={code} value={code}>
                {countyName(dataset, code, i18n.language)}
              </option>
            ))}
        </select>
      </label>
      <p>
        {counties.map((code, i) => {
          const name = countyName(dataset, code, i18n.language)
          return (
            <button
              key={code}
              type="button"
              className="action"
              aria-label={t('meeting.drop', { title: name })}
              onClick={() => setCounties(counties.filter((each) => each !== code))}
            >
              {`${i + 1} ${name} ×`}
            </button>
          )
        })}
      </p>
      <div className="buttons">
        <button type="button" className="action" disabled={busy} onClick={() => void save()}>
          {t('meeting.keepAgenda')}
        </button>
        <button type="button" className="action" onClick={() => dialog.current?.close()}>
          {t('app.close')}
        </button>
      </div>
    </dialog>
  )
}
