import { Alert, Card, CardBody, Container, Flex, Text } from '@backstage/ui';
import { SandboxUser } from './sandboxUsers';
import styles from './ChooseUser.module.css';

/** A list of people to sign in as, with what each may see. */
export const ChooseUser = ({
  users,
  error,
  onChoose,
}: {
  users: SandboxUser[];
  error?: Error;
  onChoose: (ref: string) => void;
}) => (
  <main className={styles.page}>
    <Container>
      <Flex direction="column" gap="4" className={styles.column}>
        <Text as="h1" variant="title-medium">
          Sign in to the AKS portal
        </Text>
        <Text as="p" color="secondary">
          A sandbox without passwords: choose whose eyes to look through.
        </Text>
        {error && (
          <Alert
            status="danger"
            title="Signing in did not work"
            description={error.message}
          />
        )}
        {users.length === 0 && (
          <Alert
            status="warning"
            title="Nobody to sign in as"
            description="Name people under auth.providers.sandbox.users, or replace this page by your own sign-in."
          />
        )}
        {users.map(user => (
          <Card
            key={user.ref}
            onPress={() => onChoose(user.ref)}
            label={`Enter as ${user.title}`}
          >
            <CardBody>
              <Text as="h2" variant="title-x-small">
                {user.title}
              </Text>
              <Text as="p" color="secondary">
                {user.description}
              </Text>
            </CardBody>
          </Card>
        ))}
      </Flex>
    </Container>
  </main>
);
