/** The cluster that views come from unless a test says otherwise. */
export const production = {
  slug: 'c1a2',
  name: 'contoso-prod-weu',
  environment: 'production',
};

/** A second cluster, of another environment. */
export const staging = {
  slug: 'c3b4',
  name: 'contoso-staging-weu',
  environment: 'staging',
};
