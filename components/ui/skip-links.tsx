export type SkipLink = { readonly href: string; readonly label: string }

/** The first stops of the Tab key: past the header, past the table. */
export function SkipLinks({ links }: { readonly links: readonly SkipLink[] }) {
  return (
    <div className="skip-links">
      {links.map((link) => (
        <a key={link.href} href={link.href}>
          {link.label}
        </a>
      ))}
    </div>
  )
}
