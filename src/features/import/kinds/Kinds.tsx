import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/states/Skeleton'
import classes from './Kinds.module.css'

const KindEditor = lazyPart(() => import('./KindEditor'))

/** The package's kinds, for viewing and changing. */
export function Kinds() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-label={t('kinds.title')} className={classes.section}>
      <h3>{t('kinds.title')}</h3>
      <p className="quiet">{t('kinds.help')}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('kinds.open')}</summary>
        {isOpen && (
          <Suspense fallback={<Skeleton lines={4} />}>
            <KindEditor />
          </Suspense>
        )}
      </details>
    </section>
  )
}
