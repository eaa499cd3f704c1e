import { Suspense, useId } from 'react'
import { lazyPart } from '@/ui/lazy-part'
import type { ComboBoxProps } from './combo-box-props'
import classes from './control.module.css'
import { Labelled } from './Labelled'

const ComboBoxField = lazyPart(() => import('@/ui/popups/ComboBoxField'))

/** A text field with a list of usual values, which typing narrows. */
export function ComboBox(props: ComboBoxProps) {
  const id = useId()
  return (
    <Labelled id={id} label={props.label} {...(props.labelled && { labelled: props.labelled })}>
      <Suspense fallback={<span className={classes.box}>{props.value}</span>}>
        <ComboBoxField {...props} id={id} />
      </Suspense>
    </Labelled>
  )
}
