import { useMessages } from '#app/ui/messages.tsx'
import { SideList } from '#app/ui/side-list.tsx'

type ManualsProps = { manuals: readonly { role: string; label: string }[]; role?: string }

/** The way between the manuals, at the left of each. */
export function Manuals({ manuals, role }: ManualsProps) {
  const { help } = useMessages()
  const links = manuals.map((manual) => ({
    href: `/help/${manual.role}`,
    label: manual.label,
    current: manual.role === role,
  }))
  return <SideList title={help.manuals} links={links} />
}
