/** Simplified Chinese text, marked so that screen readers change their voice and fonts change their stack. */
export function Zh({ children }: { readonly children: string }) {
  return <span lang="zh-Hans">{children}</span>
}
