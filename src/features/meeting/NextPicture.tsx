import { useTranslation } from 'react-i18next'
import wallClasses from './Meeting.module.css'
import classes from './NextPicture.module.css'
import { SceneContent } from './SceneContent'
import type { Wall } from './use-wall'

/** A small picture of what comes next on the wall: the scene's next step, or the next scene. */
export function NextPicture({ next }: { readonly next: Wall['next'] }) {
  const { t } = useTranslation()
  if (!next) return <p className="quiet">{t('meeting.wall.end')}</p>
  const { item, step } = next
  return (
    <figure className={classes.frame} aria-label={t('meeting.wall.nextPicture')}>
      <div
        className={`${wallClasses.wall} ${classes.picture}`}
        data-wall
        data-ahead={item.scene}
        data-step={step}
        inert
      >
        <SceneContent key={item.scene} item={item} step={step} place="" ahead small />
      </div>
    </figure>
  )
}
