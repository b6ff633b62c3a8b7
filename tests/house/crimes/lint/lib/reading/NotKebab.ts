export enum Kind {
  Law,
}
