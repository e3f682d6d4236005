import type { ReactNode } from 'react'

/** A form that changes reading settings and returns to the same page; a plain post, so that it works without JavaScript. */
export function SettingsForm({
  back,
  className,
  children,
}: {
  back: string
  className?: string
  children: ReactNode
}) {
  return (
    <form method="post" action="/settings" className={className}>
      <input type="hidden" name="next" value={back} />
      {children}
    </form>
  )
}
