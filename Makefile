.PHONY: run test format package

run: ## the server on http://localhost:9080, with the database under target/
	mvn -ntp liberty:run

test: ## everything: format, analysis, unit, in-container and black-box tests
	mvn -ntp verify

format:
	mvn -ntp -q spotless:apply

package: ## target/cortex-scim.war, unit tests included
	mvn -ntp package
