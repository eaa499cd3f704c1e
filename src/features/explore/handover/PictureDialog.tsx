import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '@/domain/bilingual'
import type { Position } from '@/domain/geodesy/position'
import { isInOrder } from '@/domain/sources/view/drawn-sources'
import { HiddenKindsNotice } from '@/features/explore/layers/HiddenKindsNotice'
import { usePicture } from '@/map/picture/use-picture'
import { useChentu, useOpened } from '@/store/chentu'
import { useHiddenLayers } from '@/store/chentu/on-map'
import { saySaved } from '@/store/page/saved-file'
import { useAttempt } from '@/store/page/use-attempt'
import { useVisibleBox } from '@/store/view/visible-box'
import { conditionsLine, useConditions } from '@/store/words/conditions'
import { countedText } from '@/store/words/counted'
import { useFileName } from '@/store/words/use-file-name'
import { Button } from '@/ui/controls/Button'
import { Select } from '@/ui/controls/Select'
import { Dialog } from '@/ui/Dialog'
import form from '@/ui/form.module.css'
import { Refused } from '@/ui/Refused'
import { saveFile } from '@/ui/save-file'
import { datasetWorker } from '@/workers/client'

/** A4 landscape at 96 dpi. */
const PAGE = { width: 1123, height: 794 }
const SCALES = [2, 4] as const
/** Maximum number of positions used to find the area shown. */
const MAX_PLACES = 5000

/** What part of the map a picture shows: what the screen shows, the city, or the area of the sources shown. */
type Range = 'view' | 'city' | 'shown'
/** Characters of the conditions that the dialog shows. */
const MAX_SAID = 120

/** The picture as one A4 page. Letters are part of the picture, so no fonts are needed. */
async function pdfOf(picture: Blob, title: string): Promise<Blob> {
  // Loaded only when a PDF is made.
  const { pagePdf } = await import('@/io/papers/pdf')
  return pagePdf(new Uint8Array(await picture.arrayBuffer()), title)
}

/** Saves the map of the sources shown as a picture for print. */
export function PictureDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation()
  const { dataset, shown } = useOpened()
  const hidden = useHiddenLayers()
  const city = inLanguage(dataset.settings.city, i18n.language)
  const [title, setTitle] = useState(t('picture.title', { city }))
  const [scale, setScale] = useState<number>(2)
  const conditions = useConditions()
  const box = useVisibleBox((state) => state.box)
  const isZoomed = useChentu(({ view }) => view.camera !== null || view.within !== null)
  // What the screen shows: filters alone do not move its map.
  const [range, setRange] = useState<Range>(box !== null && isZoomed ? 'view' : 'city')
  const [format, setFormat] = useState<'png' | 'pdf'>('png')
  const { running, problems, attempt } = useAttempt()
  const draw = usePicture(true)
  const nameOf = useFileName()

  /** Says to what the picture was narrowed, as much of it as fits; '' if to nothing. */
  const subtitle = (fits?: (line: string) => boolean) => {
    if (conditions.length === 0) return ''
    const said = (line: string) => t('picture.only', { conditions: line })
    return said(conditionsLine(t, conditions, i18n.language, fits && ((line) => fits(said(line)))))
  }

  /** Positions of the sources that the map shows, worst first. */
  async function placesShown(): Promise<Position[]> {
    const places: Position[] = []
    for (let from = 0; from < shown.total && places.length < MAX_PLACES; from += MAX_PLACES)
      for (const { position, kind, status } of await datasetWorker().shownRows(from, MAX_PLACES))
        if (position && !hidden.includes(kind) && !(hidden.includes('in-order') && isInOrder(status)))
          places.push(position)
    return places
  }

  async function save() {
    if (!draw) return
    const of = range === 'view' && box ? { box } : { about: range === 'shown' ? await placesShown() : null }
    const picture = await draw(title, of, { ...PAGE, scale }, subtitle)
    // File names already begin with the city.
    const named = title.startsWith(city) ? title.slice(city.length) : title
    const name = nameOf(named || title, format)
    saveFile(format === 'pdf' ? await pdfOf(picture, title) : picture, name)
    saySaved(name)
  }

  return (
    <Dialog
      title={t('picture.open')}
      onClose={onClose}
      actions={
        <Button
          weight="primary"
          disabled={running || !draw}
          onClick={async () => {
            if (await attempt(save)) onClose()
          }}
        >
          {t(running ? 'picture.busy' : 'data.export.save')}
        </Button>
      }
    >
      <Refused problems={problems} />
      <label className={form.field}>
        <span>{t('picture.heading')}</span>
        <input value={title} onChange={(event) => setTitle(event.target.value)} />
        {conditions.length > 0 && <small>{subtitle(({ length }) => length <= MAX_SAID)}</small>}
      </label>
      <Select
        label={t('picture.extent')}
        value={range}
        options={[
          ...(box ? [{ value: 'view' as const, label: t('picture.view') }] : []),
          { value: 'city', label: t('picture.wholeCity') },
          { value: 'shown', label: t('picture.shown', { counted: countedText(t, shown.total, shown) }) },
        ]}
        onChange={setRange}
      />
      <HiddenKindsNotice />
      <Select
        label={t('picture.size')}
        value={String(scale)}
        options={SCALES.map((each) => ({
          value: String(each),
          label: t('picture.pixels', { scale: each, width: PAGE.width * each, height: PAGE.height * each }),
        }))}
        onChange={(next) => setScale(Number(next))}
      />
      <Select
        label={t('data.export.format')}
        value={format}
        options={[
          { value: 'png', label: 'PNG' },
          { value: 'pdf', label: t('picture.pdf') },
        ]}
        onChange={setFormat}
      />
    </Dialog>
  )
}
