import { Link } from '@remix-run/react'
import type { AnchorHTMLAttributes, ReactNode } from 'react'

export type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  children: ReactNode
}

/** A link: inside the site it navigates without a reload, anywhere else it is a plain `<a>`. Set `download` for files. */
export function Anchor({ href, children, ...rest }: AnchorProps) {
  const plain =
    rest.download !== undefined || rest.target !== undefined || !href.startsWith('/') || href.startsWith('//')
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
