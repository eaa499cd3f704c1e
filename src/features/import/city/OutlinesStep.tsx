import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { Button } from '@/ui/controls/Button'
import { Refused } from '@/ui/Refused'
import { CoordinateChoice } from './CoordinateChoice'
import { Field } from './Field'
import classes from './NewCity.module.css'
import { OutlinePreview } from './OutlinePreview'
import { Topology } from './Topology'

/** The file of outlines, what its numbers mean, and how the outlines lie beside each other. */
export function OutlinesStep({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const read = useCity((state) => state.readOutlines)
  const put = useCity((state) => state.put)
  const input = useRef<HTMLInputElement>(null)
  const { running, problems, attempt } = useAttempt()
  const take = (files: Iterable<File> | null) => {
    const chosen = [...(files ?? [])]
    if (chosen.length > 0) void attempt(() => read(chosen))
  }
  return (
    <div className={classes.columns}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here; the button does the same */}
      <div
        className={classes.form}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          // The page itself takes files in as tables.
          event.stopPropagation()
          take(event.dataTransfer.files)
        }}
      >
        <p>{t('city.outlines.help')}</p>
        <div>
          <Button
            disabled={running}
            weight={draft.file ? 'secondary' : 'primary'}
            onClick={() => input.current?.click()}
          >
            {t('city.outlines.pick')}
          </Button>
        </div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          data-testid="outlines"
          onChange={({ target }) => {
            take([...(target.files ?? [])])
            target.value = ''
          }}
        />
        <p role="status">
          {running
            ? t('city.outlines.reading')
            : draft.file && t('city.outlines.read', { file: draft.file, count: draft.features.length })}
        </p>
        <Refused problems={problems} />
        {draft.features.length > 0 && (
          <>
            <CoordinateChoice draft={draft} />
            <Topology draft={draft} />
            <Field
              label={t('city.outlines.source')}
              value={draft.outlinesSource}
              hint={draft.file}
              onChange={(outlinesSource) => put({ outlinesSource })}
            />
          </>
        )}
      </div>
      <OutlinePreview draft={draft} />
    </div>
  )
}
