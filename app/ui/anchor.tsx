import { Link } from '@remix-run/react'
import { type AnchorHTMLAttributes, type ReactNode, useContext } from 'react'
import { Standing } from './still.tsx'

export type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  children: ReactNode
}

/** A link: inside the site it navigates without a reload, anywhere else it is a plain `<a>`. Set `download` for files. */
export function Anchor({ href, children, ...rest }: AnchorProps) {
  const standing = useContext(Standing)
  const plain =
    standing ||
    rest.download !== undefined ||
    rest.target !== undefined ||
    !href.startsWith('/') ||
    href.startsWith('//')
  if (plain) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    )
  }
  return (
    <Link to={href} {...rest}>
      {children}
    </Link>
  )
}
