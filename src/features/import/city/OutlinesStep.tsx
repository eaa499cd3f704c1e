import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { useCity } from '@/store/city'
import { useAttempt } from '@/store/page/use-attempt'
import { Refused } from '@/ui/Refused'
import { CoordinateChoice } from './CoordinateChoice'
import { Field } from './Field'
import { FilesButton } from './FilesButton'
import classes from './NewCity.module.css'
import { OutlinePreview } from './OutlinePreview'
import { Topology } from './Topology'

/** The outline file, its coordinate system, and how the outlines fit together. */
export function OutlinesStep({ draft }: { readonly draft: CityDraft }) {
  const { t } = useTranslation()
  const read = useCity((state) => state.readOutlines)
  const put = useCity((state) => state.put)
  const { running, problems, attempt } = useAttempt()
  const take = (files: readonly File[]) => void attempt(() => read(files))
  return (
    <div className={classes.columns}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped here; the button does the same */}
      <div
        className={classes.form}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          // The page would import the files as tables.
          event.stopPropagation()
          const files = [...event.dataTransfer.files]
          if (files.length > 0) take(files)
        }}
      >
        <p>{t('city.outlines.help')}</p>
        <div>
          <FilesButton
            label={t('city.outlines.pick')}
            weight={draft.file ? 'secondary' : 'primary'}
            disabled={running}
            onChoose={take}
          />
        </div>
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
