export type Crumb = { readonly label: string; readonly href: string }

/** Where the page stands. The page itself is its heading, so only the way to it is listed. */
export function Breadcrumb({ name, trail }: { readonly name: string; readonly trail: readonly Crumb[] }) {
  return (
    <nav aria-label={name} className="breadcrumb">
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
