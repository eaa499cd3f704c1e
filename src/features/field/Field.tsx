import { useEffect } from 'react'
import type { Position } from '@/domain/geodesy/position'
import { useFieldCamera } from '@/features/field/around/use-field-camera'
import { useOrigin } from '@/features/field/around/use-origin'
import { CheckForm } from '@/features/field/record/CheckForm'
import { draftKeyOf } from '@/features/field/record/check-target'
import { FoundSource } from '@/features/field/record/FoundSource'
import { useCheckTarget } from '@/features/field/record/use-check-target'
import { useChecking } from '@/features/field/record/use-checking'
import { targetKey } from '@/ledger/shared-code'
import { useChentu } from '@/store/chentu'
import { useFix } from '@/store/device/fix'
import { usePreferences } from '@/store/device/preferences'
import { followTrack } from '@/store/device/track'
import { FieldFrame } from './FieldFrame'
import { FieldHome } from './FieldHome'

/** The field team's screen: the check of one source, or the tabs round, near, map and office. */
export default function Field() {
  const check = useCheckTarget()
  const { checking, setChecking } = useChecking()
  const setView = useChentu((state) => state.setView)
  const { fix, follows, start, pause } = useFix()
  const { sun, setFieldTab } = usePreferences()
  const [origin, choose, isChosen] = useOrigin()
  useEffect(() => {
    if (follows) start()
  }, [follows, start])
  // Other screens don't need the tablet's position.
  useEffect(() => pause, [pause])
  useEffect(followTrack, [])

  /** Looking at a place on the map does not move the point that distances are measured from. */
  const onMap = (position: Position) => {
    useFieldCamera.getState().lookAt(position)
    setFieldTab('map')
    setView({ selected: null })
  }

  if (check?.found && checking !== targetKey(check.target)) {
    const { found, target } = check
    return (
      <FieldFrame sun={sun}>
        <FoundSource
          key={found.id}
          found={found}
          fix={fix}
          origin={origin}
          onClose={() => setView({ selected: null })}
          onMap={onMap}
          onCorrect={() => {
            setFieldTab('near')
            setView({ selected: null })
          }}
          onCheck={() => setChecking(targetKey(target))}
        />
      </FieldFrame>
    )
  }
  if (check) {
    return (
      <FieldFrame sun={sun}>
        <CheckForm
          key={draftKeyOf(check.target)}
          source={check.target}
          warning={check.warning}
          fix={fix}
          origin={origin}
          onClose={() => {
            setChecking('')
            setView({ selected: null })
          }}
          onMap={onMap}
        />
      </FieldFrame>
    )
  }
  return <FieldHome origin={origin} isChosen={isChosen} choose={choose} />
}
