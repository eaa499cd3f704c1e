import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AgendaItem, SCENES } from '@/io/package/descriptor'
import type { Dataset } from '@/questions/dataset'
import { useCaseMonths } from '@/store/cases/use-case-months'
import { useOpened, useReport } from '@/store/chentu'
import { usePreferences } from '@/store/device/preferences'
import { agendaChange, agendaItems } from '@/store/meeting/agenda'
import { keepMeeting } from '@/store/meeting/keep-meeting'
import { useAttempt } from '@/store/page/use-attempt'
import { holdUnsaved } from '@/store/steps/unsaved'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import { Refused } from '@/ui/Refused'
import { UnsavedDialog } from '@/ui/UnsavedDialog'
import { AgendaItems } from './AgendaItems'
import { FirstCounties } from './FirstCounties'
import { withoutDefaults } from './without-defaults'

/** Dialog for the order of the scenes (by drag or buttons), with the speaker's notes. Saved with the package. */
export function AgendaDialog({ onSaved, onClose }: { onSaved(): void; onClose(): void }) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const caseMonths = useCaseMonths()
  const [items, setItems] = useState<readonly AgendaItem[]>(() => agendaItems(dataset, month, caseMonths))
  const [counties, setCounties] = useState<readonly string[]>(() => dataset.settings.meeting?.counties ?? [])
  const { running, problems, attempt } = useAttempt()
  const written = JSON.stringify([withoutDefaults(items), counties])
  const [opened] = useState(written)
  const [asking, setAsking] = useState(false)
  const isUnsaved = written !== opened
  useEffect(() => (isUnsaved ? holdUnsaved('writing') : undefined), [isUnsaved])

  async function save() {
    const change = (dataset: Dataset) => ({
      ...agendaChange(dataset, month, withoutDefaults(items), caseMonths),
      counties: [...counties],
    })
    if (!(await attempt(() => keepMeeting(change, t('meeting.agenda'))))) return
    onSaved()
    onClose()
  }

  if (asking) {
    return (
      <UnsavedDialog
        what={t('meeting.agenda')}
        running={running}
        problems={problems}
        canSave
        onSave={() => void save()}
        onLeave={onClose}
        onStay={() => setAsking(false)}
      />
    )
  }

  return (
    <Dialog
      title={t('meeting.agenda')}
      size="medium"
      closedBy="closerequest"
      onClose={() => (isUnsaved ? setAsking(true) : onClose())}
      actions={
        <Button weight="primary" disabled={running} onClick={() => void save()}>
          {t('meeting.keepAgenda')}
        </Button>
      }
    >
      <Refused problems={problems} />
      <SceneChoice items={items} onAdd={(item) => setItems([...items, item])} />
      <AgendaItems items={items} onChange={setItems} />
      <FirstCounties codes={counties} onChange={setCounties} />
    </Dialog>
  )
}

interface ChoiceProps {
  readonly items: readonly AgendaItem[]
  onAdd(item: AgendaItem): void
}

/** Select for adding a scene that is not on the agenda yet: a scene type, or a view saved on this device. */
function SceneChoice({ items, onAdd }: ChoiceProps) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const [added, setAdded] = useState('')
  const views = usePreferences((state) => state.views[dataset.name]) ?? {}
  const has = (scene: string, view?: string) =>
    items.some((item) => item.scene === scene && (view === undefined || item.view === view))
  const scenes = SCENES.filter((scene) => scene !== 'pinned' && !has(scene))
  const names = Object.keys(views).filter((name) => !has('pinned', views[name]))

  function add(item: AgendaItem, title: string) {
    onAdd(item)
    setAdded(t('meeting.added', { title, place: items.length + 1 }))
  }
  function choose(value: string) {
    const name = value.slice(1)
    if (value.startsWith('=')) return add({ scene: 'pinned', notes: '', title: name, view: views[name] ?? '' }, name)
    const scene = SCENES.find((each) => each === value)
    if (scene) add({ scene, notes: '' }, t(`meeting.scene.${scene}`))
  }

  return (
    <>
      {scenes.length + names.length > 0 && (
        <Select<string>
          label={t('meeting.addScene')}
          value=""
          placeholder={t('meeting.choose')}
          options={[
            ...names.map((name) => ({ value: `=${name}`, label: t('meeting.view', { name }) })),
            ...scenes.map((scene) => ({ value: scene as string, label: t(`meeting.scene.${scene}`) })),
          ]}
          onChange={choose}
        />
      )}
      <p className="quiet" role="status">
        {added || t('meeting.viewHelp')}
      </p>
    </>
  )
}
