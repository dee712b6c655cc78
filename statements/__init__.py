"""Quality statements: the stage that begins once the committee has prioritised areas."""
