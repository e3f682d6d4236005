import type { ButtonHTMLAttributes } from 'react'
import { Anchor, type AnchorProps } from './anchor.tsx'
import styles from './button.module.css'
import { classes } from './classes.ts'

/** `main` is the one primary action of a page; `quiet` looks like a link; `danger` takes something away. */
export type ButtonLook = 'main' | 'default' | 'quiet' | 'danger'

type Looks = { look?: ButtonLook; small?: boolean; wide?: boolean }

/** A button; it submits its form unless `type="button"`. `aria-busy` shows that its work is under way. */
export function Button({
  look = 'default',
  small,
  wide,
  className,
  type = 'submit',
  ...rest
}: Looks & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={buttonClass({ look, small, wide }, className)} {...rest} />
}

/** A link that looks like a button: for going somewhere, where a Button does something. */
export function LinkButton({ look = 'default', small, wide, className, ...rest }: Looks & AnchorProps) {
  return <Anchor className={buttonClass({ look, small, wide }, className)} {...rest} />
}

function buttonClass({ look = 'default', small, wide }: Looks, className?: string) {
  return classes(styles.button, styles[look], small && styles.small, wide && styles.wide, className)
}
