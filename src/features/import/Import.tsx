import { Suspense, useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CityDraft } from '@/domain/city/city-draft'
import { NewCityEntry } from '@/features/import/city/NewCityEntry'
import { PlanStep } from '@/features/import/city/PlanStep'
import { TablesStep } from '@/features/import/city/TablesStep'
import { Kinds } from '@/features/import/kinds/Kinds'
import { PlanIntake } from '@/features/import/plan/PlanIntake'
import { PlanReview } from '@/features/import/plan/PlanReview'
import { KeptReadings } from '@/features/import/readings/KeptReadings'
import { ReadingsReview } from '@/features/import/readings/ReadingsReview'
import { DeskKey } from '@/features/import/records/DeskKey'
import { FieldBundles } from '@/features/import/records/FieldBundles'
import { Tablets } from '@/features/import/records/Tablets'
import { ItemReview } from '@/features/import/review/ItemReview'
import { StoredTables } from '@/features/import/stored/StoredTables'
import { KeptTracks } from '@/features/import/tracks/KeptTracks'
import { TracksReview } from '@/features/import/tracks/TracksReview'
import { AddFiles } from '@/features/import/waiting/AddFiles'
import { ExportsProgress } from '@/features/import/waiting/ExportsProgress'
import { FileList } from '@/features/import/waiting/FileList'
import { OutcomeLine } from '@/features/import/waiting/OutcomeLine'
import { TakeOver } from '@/features/import/waiting/TakeOver'
import { Workspace } from '@/features/import/workspace/Workspace'
import { useChentu } from '@/store/chentu'
import { useCity } from '@/store/city'
import { useImports } from '@/store/imports'
import { usePlanDesk } from '@/store/plan'
import { useReadings } from '@/store/readings'
import { useTracks } from '@/store/tracks'
import { HeadingWithHelp } from '@/ui/HeadingWithHelp'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/states/Skeleton'
import { usePartKeys } from '@/ui/use-part-keys'
import classes from './Import.module.css'
import { useScrollPlace } from './use-scroll-place'

const NewCity = lazyPart(() => import('./city/NewCity'))
const PACKAGE_STEPS = { plan: PlanStep, tables: TablesStep }

/** True if the open package was created from the draft and setup has not reached its last step. */
const goesOn = (draft: CityDraft | null, open: string | undefined) =>
  draft !== null && draft.founded === open && draft.step !== 'publish'

/** Order in which F6 moves the focus between the parts. */
const PARTS = ['incoming', 'review'] as const

/** The data screen: imports and checks files, and shows what is stored and how to export it. */
export default function Import() {
  const { t } = useTranslation()
  usePartKeys(PARTS)
  const items = useImports((state) => state.items)
  const current = useImports((state) => state.current)
  // The hint on how to begin is shown only until the first import.
  const isEmpty = useImports(({ outcome, reading, items }) => outcome === null && !reading && items.length === 0)
  const hasReadings = useReadings(({ done, removed }) => done !== null || removed !== null)
  const hasTracks = useTracks(({ done, removed }) => done !== null || removed !== null)
  const isIdle = isEmpty && !hasReadings && !hasTracks
  // Only one review is open at a time: waiting files are checked again after the plan review.
  const hasPlan = usePlanDesk(({ proposal }) => proposal !== null)
  const readings = useReadings(({ waiting }) => waiting)
  const tracks = useTracks(({ waiting }) => waiting)
  const refresh = useImports((state) => state.refresh)
  const isOpen = useChentu((state) => state.opened !== null)
  const prepare = useImports((state) => state.prepare)
  const shows = !hasPlan && readings === null && tracks === null
  // Hundreds of cells: rendered at low priority, so that the page still responds to presses.
  const item = useDeferredValue(items.find(({ id }) => id === current) ?? null)

  const draft = useCity((state) => state.draft)
  const resume = useCity((state) => state.resume)
  const [setsUp, setSetsUp] = useState(false)
  const [left, stored] = [useScrollPlace('left'), useScrollPlace('stored')]

  useEffect(() => {
    void refresh()
    prepare()
  }, [refresh, prepare])
  useEffect(() => {
    // After the package is created, the setup continues with its next step.
    void resume().then(() => {
      if (goesOn(useCity.getState().draft, useChentu.getState().opened?.dataset.name)) setSetsUp(true)
    })
  }, [resume])

  if (setsUp && draft)
    return (
      <Suspense fallback={<Skeleton lines={6} />}>
        <NewCity onLeave={() => setSetsUp(false)} steps={PACKAGE_STEPS} />
      </Suspense>
    )

  return (
    <div className={classes.screen} data-plan={hasPlan || undefined}>
      <div id="incoming" ref={left} tabIndex={-1} className={classes.left}>
        {/* Bundles of field teams arrive daily, files of offices only now and then. */}
        <FieldBundles />
        <HeadingWithHelp page="data">
          <h2>{t('data.title')}</h2>
        </HeadingWithHelp>
        <AddFiles />
        <ExportsProgress />
        <FileList />
        <PlanIntake />
        <Kinds />
        <NewCityEntry onOpen={() => setSetsUp(true)} />
        <KeptReadings />
        <KeptTracks />
        <Workspace />
        <DeskKey />
        <Tablets />
      </div>
      <div id="review" tabIndex={-1} className={classes.main}>
        <OutcomeLine />
        {hasPlan && <PlanReview />}
        {!hasPlan && readings && <ReadingsReview waiting={readings} />}
        {!hasPlan && !readings && tracks && <TracksReview waiting={tracks} />}
        {shows && item && <ItemReview key={item.id} item={item} />}
        {shows && !item && (
          <div ref={stored} className={classes.stored}>
            {isIdle && <p className={classes.nothing}>{t('data.nothing')}</p>}
            {isOpen && <StoredTables />}
          </div>
        )}
        {shows && <TakeOver />}
      </div>
    </div>
  )
}
